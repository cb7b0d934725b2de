"""The fields a column can mean, and what people call them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Field(StrEnum):
    """What a column can say about a person, or about their visit to an event."""

    ID = "id"
    FIRST_NAME = "first_name"
    MIDDLE_NAME = "middle_name"
    LAST_NAME = "last_name"
    FULL_NAME = "full_name"
    NICKNAME = "nickname"
    MAIDEN_NAME = "maiden_name"
    SUFFIX = "suffix"
    COURTESY = "courtesy"
    COMPANY = "company"
    TITLE = "title"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    WEBSITE = "website"
    SOURCE = "source"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    POSTCODE = "postcode"
    ADDRESS = "address"
    STREET_NUMBER = "street_number"
    STREET = "street"
    UNIT = "unit"
    PO_BOX = "po_box"
    DOB = "dob"
    NOTE = "note"
    TAGS = "tags"
    EVENT = "event"
    EVENT_DATE = "event_date"
    STATUS = "status"
    CHECKED_IN = "checked_in"
    SCANNED_AT = "scanned_at"


SYNONYMS: Mapping[Field, str] = {
    Field.ID: "rec id|id|record id|row id|recid",
    Field.FIRST_NAME: "first name|given name|forename|first|given|fname|vorname|rufname|prenom|nombre|nombres|nome|primeiro nome|"
    "nome proprio|voornaam|imie|fornavn|fornamn|etunimi|ad|adi|isim|keresztnev|jmeno|prenume|first names|christian name|имя|ім'я|"
    "名|名字|이름|όνομα|الاسم الأول|שם פרטי",
    Field.MIDDLE_NAME: "middle name|middle initial|middle|mi|additional name|zweiter vorname|deuxieme prenom|segundo nombre|"
    "secondo nome|tussenvoegsel|отчество",
    Field.LAST_NAME: "last name|surname|family name|last|family|lname|nachname|familienname|zuname|nom de famille|apellido|apellidos|"
    "cognome|sobrenome|apelido|achternaam|familienaam|nazwisko|etternavn|efternamn|efternavn|sukunimi|soyad|soyadi|vezeteknev|"
    "prijmeni|nume|second name|фамилия|прізвище|姓|姓氏|성|επώνυμο|اسم العائلة|שם משפחה",
    Field.FULL_NAME: "name|full name|display name|attendee|contact|person|participant|guest|ticket holder|delegate|speaker|nom|nom complet|"
    "nom et prenom|prenom et nom|nombre completo|nombre y apellidos|nome completo|nome e cognome|vollstandiger name|vor und nachname|"
    "name vorname|vorname name|vorname nachname|nom prenom|naam|volledige naam|imie i nazwisko|fullt navn|fullstandigt namn|navn|namn|"
    "nimi|ad soyad|adi soyadi|teilnehmer|teilnehmername|teilnehmerin|teilnehmende|name des teilnehmers|name der teilnehmenden person|"
    "nom du participant|nombre del asistente|participante|asistente|deltagare|deltager|deelnemer|uczestnik|фио|имя и фамилия|полное имя|"
    "姓名|氏名|お名前|名前|성명|ονοματεπώνυμο|الاسم|الاسم الكامل|שם|שם מלא|who is this|who are you",
    Field.NICKNAME: "nickname|nick name|preferred name|badge name|goes by|known as|call me|spitzname|surnom|apodo|apelido preferido|"
    "soprannome|roepnaam|smeknamn|прозвище|what should we call you",
    Field.MAIDEN_NAME: "maiden name|birth name|name at birth|former name|geburtsname|madchenname|nom de jeune fille|nom de naissance|"
    "apellido de soltera|cognome da nubile|meisjesnaam|nazwisko panienskie|девичья фамилия",
    Field.SUFFIX: "suffix|name suffix|namenszusatz",
    Field.COURTESY: "courtesy|courtesy title|salutation|prefix|name prefix|honorific|anrede|civilite|tratamiento|aanhef|mr mrs ms",
    Field.COMPANY: "company|companies|company name|organization|organisation|business name|associated company|organization name|organisation name|org|employer|employer name|business|"
    "affiliation|institution|institute|university|workplace|company organization|company organisation|account name|firma|firmenname|"
    "unternehmen|arbeitgeber|organisationsname|institut|entreprise|societe|organisme|employeur|etablissement|empresa|compania|"
    "organizacion|azienda|societa|ditta|organizzazione|ente|instituicao|organizacao|bedrijf|bedrijfsnaam|organisatie|werkgever|"
    "przedsiebiorstwo|organizacja|bolag|foretag|virksomhed|selskap|bedrift|yritys|organisaatio|sirket|kurum|ceg|spolecnost|firm|компания|организация|"
    "место работы|公司|单位|会社|会社名|所属|회사|회사명|소속|εταιρεία|الشركة|חברה|where do work|dove lavori|donde trabajas|ou travaillez|who do represent|which represent|company represent",
    Field.TITLE: "title|job title|position|role|job|occupation|job role|headline|tagline|designation|function|organization title|"
    "professional title|berufsbezeichnung|stelle|stellenbezeichnung|beruf|funktion|jobtitel|poste|fonction|intitule du poste|titre|"
    "profession|metier|cargo|puesto|profesion|ruolo|qualifica|posizione|mansione|professione|funcao|functie|functietitel|stanowisko|"
    "titel|stilling|befattning|yrke|tehtavanimike|unvan|pozisyon|beosztas|pozice|profissao|должность|职位|职务|役職|肩書き|직책|직위|θέση|المسمى الوظيفي|"
    "תפקיד|what do do",
    Field.EMAIL: "email|e mail|email address|e mail address|mail|emails|e mail value|mail address|e mail adresse|email adresse|mailadresse|"
    "adresse mail|adresse e mail|adresse email|adresse electronique|courriel|correo|correo electronico|direccion de correo|"
    "posta elettronica|indirizzo email|indirizzo e mail|endereco de email|e mailadres|emailadres|adres email|adres e mail|e post|epost|"
    "e postadress|e posta|eposta|sahkoposti|эл почта|электронная почта|почта|邮箱|电子邮件|电子邮箱|メール|メールアドレス|이메일|"
    "ηλεκτρονικό ταχυδρομείο|البريد الإلكتروني|דואר אלקטרוני|אימייל",
    Field.PHONE: "phone|phone number|phones|phone numbers|telephone|telephone number|tel|mobile|mobile phone|mobile number|cell|cell phone|"
    "car phone|radio phone|direct phone|phone value|contact number|mobile phone number|whatsapp|telefon|telefonnummer|handy|handynummer|mobil|mobiltelefon|"
    "mobilnummer|rufnummer|telephone portable|portable|numero de telephone|telefono|numero de telefono|movil|celular|cellulare|"
    "numero di telefono|telefone|telemovel|telefoon|telefoonnummer|mobiel|numer telefonu|telefon komorkowy|komorka|puhelin|"
    "puhelinnumero|cep telefonu|телефон|номер телефона|电话|手机|手机号|電話|電話番号|전화|전화번호|휴대폰|τηλέφωνο|الهاتف|טלפון",
    Field.LINK: "url|profile|profiles|profile url|profile link|linkedin|linked in|linkedin url|linkedin link|linkedin profile|"
    "linkedin profile url|linkedin profile link|linkedin handle|person linkedin url|public profile url|public url|link|profil|"
    "profillink|linkedin profil|profil linkedin|lien linkedin|lien profil|perfil|perfil de linkedin|perfil linkedin|profilo|"
    "profilo linkedin|profiel|linkedin profiel|url of member profile|профиль|профиль linkedin",
    Field.WEBSITE: "website|website url|websites|web site|web page|homepage|home page|website value|personal web page|personal website|site|sites|"
    "webseite|internetseite|site web|sitio web|pagina web|sito web|strona internetowa|hemsida|hjemmeside|сайт|网站",
    Field.SOURCE: "source|data source|quelle|fuente|fonte|bron|zrodlo|kilde",
    Field.CITY: "city|address city|town|suburb|locality|location|place|municipality|based in|where based|where located|where do live|ort|stadt|wohnort|"
    "ville|commune|ciudad|localidad|poblacion|citta|comune|cidade|localidade|plaats|stad|woonplaats|miasto|miejscowosc|by|sted|"
    "stad ort|kaupunki|sehir|город|місто|城市|市|都市|도시|πόλη|المدينة|עיר",
    Field.REGION: "state|address region|region|province|county|state province|bundesland|kanton|canton|departement|estado|provincia|comunidad autonoma|"
    "regione|distrito|provincie|wojewodztwo|lan|fylke|il|область|регион|省|都道府県",
    Field.COUNTRY: "country|country residence|address country|country code|nation|country region|land|staat|pays|pais|paese|nazione|kraj|maa|ulke|страна|країна|国家|国|국가|"
    "χώρα|الدولة|מדינה",
    Field.POSTCODE: "postcode|address postal code|postal code|zip|zip code|zipcode|post code|pin code|plz|postleitzahl|code postal|codigo postal|cp|cap|"
    "codice postale|cep|codigo de endereco postal|kod pocztowy|postnummer|postinumero|posta kodu|индекс|почтовый индекс|邮编|郵便番号",
    Field.ADDRESS: "address|addresses|street address|mailing address|postal address|full address|address line|address line 1|"
    "address formatted|addr|adresse|anschrift|strasse und hausnummer|direccion|domicilio|indirizzo|endereco|morada|adres|"
    "straat en huisnummer|osoite|adrese|адрес|地址|住所|주소",
    Field.STREET_NUMBER: "street number|house number|number|hausnummer|hausnr|numero|numero civico|huisnummer|nr domu|street no|house no",
    Field.STREET: "street|street name|road|address 1|address street|strasse|rue|calle|via|rua|straat|straatnaam|ulica|gate|gata|vej|улица",
    Field.UNIT: "unit|unit number|apartment|apt|flat|suite|wohnung|appartement|piso|interno|address 2 unit",
    Field.PO_BOX: "po box|address po box|p o box|post office box|pobox|postfach|boite postale|apartado|casella postale|postbus|skrytka pocztowa",
    Field.DOB: "dob|date of birth|birth date|birthday|born|bday|geburtsdatum|geburtstag|geboren|date de naissance|naissance|anniversaire|"
    "fecha de nacimiento|nacimiento|cumpleanos|data di nascita|nascita|compleanno|data de nascimento|geboortedatum|data urodzenia|"
    "fodelsedatum|fodselsdato|syntymaaika|dogum tarihi|дата рождения|день рождения|生日|出生日期|生年月日|생년월일",
    Field.NOTE: "note|notes|comment|comments|remark|remarks|memo|conversation|what said|notiz|notizen|bemerkung|bemerkungen|anmerkung|"
    "anmerkungen|kommentar|kommentare|commentaire|commentaires|remarque|remarques|nota|notas|observaciones|observacoes|comentario|"
    "comentarios|commento|commenti|opmerking|opmerkingen|uwagi|notatki|anteckningar|merknad|bemaerkninger|muistiinpanot|notlar|"
    "заметка|заметки|примечание|комментарий|备注|メモ|備考|메모|비고",
    Field.TAGS: "tag|tags|label|labels|category|categories|group membership|schlagwort|schlagworte|kategorie|kategorien|etiquette|"
    "etiquettes|etiqueta|etiquetas|categoria|categorias|etichette|тег|теги|метки|标签",
    Field.EVENT: "event|event name|conference|conference name|met at|where did we meet|where we met|veranstaltung|veranstaltungsname|"
    "konferenz|evenement|nom de l'evenement|evento|nombre del evento|nome dell'evento|conferencia|conferenza|wydarzenie|evenemang|"
    "arrangement|tapahtuma|etkinlik|мероприятие|конференция|活动|イベント|행사",
    Field.EVENT_DATE: "event date|date of event|conference date|met on|date met|event day|veranstaltungsdatum|datum der veranstaltung|"
    "date de l'evenement|date evenement|fecha del evento|data dell'evento|data do evento|datum van het evenement|data wydarzenia|"
    "дата мероприятия|活动日期",
    Field.STATUS: "status|attendee status|approval status|rsvp|rsvp status|registration status|attendance status|order status|void status|"
    "ticket status|teilnahmestatus|anmeldestatus|statut|statut du participant|estado del asistente|stato partecipante|статус|状态",
    Field.CHECKED_IN: "checked in|checked in at|check in|checkin|check in time|check in date|checkin time|check in at|attended|attendance|"
    "was present|present|showed up|eingecheckt|eingecheckt am|check in zeit|anwesend|erschienen|enregistre|enregistree|arrive|"
    "heure d'arrivee|present e|asistio|presente|registrado|ingresado|aanwezig|ingecheckt|obecny|zameldowany|incheckad|narvarande|"
    "virtual event checkin times|отметка о входе|присутствовал|签到|签到时间",
    Field.SCANNED_AT: "scanned at|scanned on|scanned date|scan date|scan time|scanned time|date scanned|time scanned|scanned|scan timestamp|"
    "badge scan time|captured at|capture time|capture date|lead captured at|gescannt am|gescannt|scandatum|scanzeit|scanne le|"
    "escaneado|escaneado el|scansionato il|skannad|zeskanowano|время сканирования|扫描时间",
}
"""Folded words, spaces for anything between them. English first, then what the rest of Europe and Asia say."""
