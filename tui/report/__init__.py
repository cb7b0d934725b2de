"""The report as pages of charts: `pages` says what each chart shows and proves; the screen and the HTML file draw the same pages."""
