"""Whether a message asks something, in four languages, with and without its mark."""

from __future__ import annotations

import time

import pytest

from models.requests.questions import LONGEST_TEXT, asks_something

ASKS = """\
Could you look over our plan for half an hour?
let me know
Let me know what you think.
Let me know if you can make it on Friday.
Hi Ines, could you send me the slides
Are you coming to the meetup on Thursday
Wondering if you have time next week.
I was wondering whether you still run the meetup.
Please send me your address.
Looking forward to hearing from you!
Looking forward to your reply.
Any news on the job
What do you think about it
I would love to hear your thoughts.
I'd love to hear what you think.
Would be great to get your opinion - can we talk tomorrow
Tell me when you are in Hamburg.
Hi Ines, I have a quick question about the talk
Would you be open to a call
Sag mir bitte Bescheid, ob es klappt.
Gib mir kurz Bescheid.
Kannst du mir die Folien schicken
Könntest du mal draufschauen.
Könnten Sie mir die Unterlagen senden
Ich wollte fragen, ob du am Dienstag Zeit hast.
Ich freue mich auf deine Rückmeldung.
Melde dich bitte.
Wann passt es dir
Schreib mir, wann du ankommst
Über eine kurze Rückmeldung würde ich mich freuen.
Lassen Sie mich bitte wissen, ob das passt.
Was meinst du dazu
Avísame cuando llegues.
Avísame si vienes.
Dime qué día te viene bien
¿Podrías mandarme el informe?
Me gustaría saber si sigues en Acme.
Quedo a la espera de tu respuesta.
Podrías ayudarme con esto
Espero tu respuesta
Dis-moi quand tu es libre.
Pourrais-tu m'envoyer le document
Pouvez-vous me confirmer la date
Merci de me répondre avant lundi.
J'aimerais savoir si vous êtes disponible
Dans l'attente de votre réponse
Est-ce que tu viens
Tiens-moi au courant
Tenez-moi au courant s'il vous plaît
Qu'en penses-tu
好久不见,你好吗？
?
Thanks! By the way, how did it go?
Give me a call when you have a minute
Can you introduce me to the team
I'd appreciate your advice on this.
Please let me know by Friday
Do you know anyone at Acme
Hey Ines, would Thursday at noon work for you?
Ping me when you're back in town, we should grab a coffee
Could we move our call to next week
Just following up on this - any update
Please have a look at the attached draft and tell me what is missing.
I'm looking for a data engineer. Do you happen to know someone
How do you handle retries
Can I call you tomorrow
I would be grateful for a short answer.
Would love your feedback on the new site
Hoping you can point me to the right person
Mind sharing the slides
Waiting to hear from you
Hast du am Montag Zeit
Hätten Sie Interesse an einem Gespräch
Ich würde gerne wissen, wie ihr das gelöst habt
Wie geht es dir?
Bitte um kurze Rückmeldung
Ruf mich mal an
Wäre super, wenn du mir helfen könntest
Kannst du mir sagen wer bei euch für Daten zuständig ist
Meld dich, sobald du da bist
Quería preguntarte si conoces a alguien en Acme
Me puedes pasar el contacto de Ana
Cuéntame qué tal te va
Estoy pendiente de tu confirmación
Por favor, confírmame la hora
Me avisas cuando puedas
Tu as le temps demain ?
Peux-tu me rappeler ce soir
Je voulais savoir si tu connais quelqu'un chez Acme
Merci de me dire si cela vous convient
N'hésite pas à me dire ce que tu en penses
Appelle-moi quand tu peux
Donne-moi de tes nouvelles
""".splitlines()
SAYS = """\
Thanks!
Thank you so much, that helped a lot.
ok
OK, see you on Monday.
Bye, take care
Great talk at PyCon! I would love to stay in touch.
I'd like to add you to my professional network on LinkedIn.
I'd like to join your network.
Congrats on your work anniversary!
Here is the paper: https://papers.example/?id=7
Here is the paper: <https://papers.example/17?a=b>.
He asked “Do you still run it?” and I said yes.
Sie fragte „Kommst du?“ und lachte.
Let me know if you need anything.
Let me know if I can help.
If you have any questions, let me know.
I will let you know.
Thanks for letting me know.
Glad we could meet.
As you can see, it works now.
Nice to see you again, right?
Happy new year! May all your pipelines be green.
All of them, but politely.
Made it. My neighbours have moved out. Ten out of ten.
Danke dir!
Vielen Dank, bis bald.
Alles klar, bis Dienstag.
Danke, dass du Bescheid gesagt hast.
Melde dich gerne jederzeit, wenn du etwas brauchst.
Ich melde mich.
Gracias, nos vemos.
Muchas gracias por todo.
Avísame si necesitas algo.
Merci beaucoup !
Merci pour ton aide
D'accord, à bientôt.
N'hésitez pas si vous avez besoin.
That is why you may always ask.
Then I will have to come and look modest.
And to you! The dog has eaten the calendar, all twenty-four doors.
Dear network, the second edition of my book is out. It has a foreword by me.
With pleasure! I have more questions, they get worse.
Of course. Thank you for a clear no, they are rare.
Any time. I was hiding from a workshop anyway.
We are proud to introduce Flowbase 3.0! Webinar on Thursday.
Hope to see you again soon.
You were a great help; thank you.
I hope you can make it to the harbour one day.
You are welcome.
No need to reply.
Perfecto, hasta luego.
See you there; looking forward to it.
Ich freue mich auf das Treffen.
👍
Great to be connected. My calendar link is below, feel free to book a slot.
Please like my post about resilience. It took me a whole train ride.
We are hiring! Please share with your network.
Thank you for the talk yesterday, I have been thinking about it all day.
Hi Ines, let me introduce myself: I am your new account executive at Velvet Cloud.
Congratulations on the new position 🎉
I sent you the file. You can ignore the second page.
You could hear a pin drop, what a talk!
Thanks for asking, all good here.
Done, sent, forgotten.
The question is settled, thanks to you.
What a great evening!
How lovely to hear from you.
How nice of you!
When we meet I'll tell you everything.
Ich kann dir die Folien schicken, wenn du magst.
Wie schön, von dir zu hören!
Was für ein Abend!
Ich schicke dir morgen alles.
Danke für deine Nachricht.
Hab ich gemacht, danke!
Wir sehen uns am Dienstag.
Gerne!
Qué alegría saber de ti.
Te aviso cuando llegue.
Ya te lo he enviado, un abrazo.
Fue un placer conocerte.
Quel plaisir de te lire !
Je te tiens au courant.
Je t'envoie ça demain.
Avec plaisir !
À très vite
Merci de ton message
Merci d'avoir pris le temps
I can do that for you.
Could not agree more.
Can't wait to see you there!
Will do, thanks
May the force be with you
""".splitlines()


@pytest.mark.parametrize("text", ASKS)
def test_a_question_or_request_wants_an_answer(text: str) -> None:
    assert asks_something(text)


@pytest.mark.parametrize("text", SAYS)
def test_a_last_word_an_offer_or_a_broadcast_wants_none(text: str) -> None:
    assert not asks_something(text)


@pytest.mark.parametrize(
    "text",
    [
        "Will do.\n\nAm 3. Mai schrieb Ines:\n> Kannst du das schicken?",
        "Thanks, all clear.\n\nOn Mon, 4 May 2026, Ines Falkner wrote:\n\n> Could you send it?",
        "Merci !\n\nLe 4 mai 2026, Ines a écrit :\nPourrais-tu m'envoyer le document ?",
        "Done.\n-----Original Message-----\nWould you send it?",
    ],
)
def test_what_a_mail_repeats_asks_nothing_anew(text: str) -> None:
    assert not asks_something(text)


def test_nothing_is_no_question() -> None:
    assert not asks_something("")


@pytest.mark.parametrize(
    "piece", ["a@", "a", "“", "on wrote ", "let us ", "if you ", "bitte um ", "www.", "\n>", "freue mich auf eine "]
)
def test_a_wall_of_anything_is_read_quickly(piece: str) -> None:
    started = time.process_time()
    asks_something(piece * LONGEST_TEXT)
    assert time.process_time() - started < 0.5
