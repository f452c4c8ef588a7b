"""The mail merge of LibreOffice Writer, without a window: python3 mail-merge.py PEOPLE.csv OUT-FOLDER

Prints how many milliseconds the merge took, from the call to the one PDF of all letters; starting LibreOffice is not counted.
The letter has what a convocation has: head, address, table of exams, paragraphs, footer with « page n / N ».
"""
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

people, out = map(os.path.abspath, sys.argv[1:3])
PIPE = f'pupitre-bench-{os.getpid()}'
SOURCE = 'people'
COLUMNS = ('name', 'address', 'town', 'exam', 'day', 'hour', 'room', 'software', 'place')


def named(**values):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
    for _ in range(200):
        try:
            return resolver.resolve(f'uno:pipe,name={PIPE};urp;StarOffice.ComponentContext')
        except Exception:
            time.sleep(0.1)
    raise SystemExit('LibreOffice does not answer')


def register(context, manager):
    """The folder of the CSV as a data source: what merges read from."""
    sources = manager.createInstanceWithContext('com.sun.star.sdb.DatabaseContext', context)
    source = sources.createInstance()
    source.URL = 'sdbc:flat:' + uno.systemPathToFileUrl(os.path.dirname(people))
    source.Info = named(Extension='csv', HeaderLine=True, FieldDelimiter=',', StringDelimiter='"', CharSet='UTF-8')
    where = uno.systemPathToFileUrl(os.path.join(out, 'people.odb'))
    source.DatabaseDocument.storeAsURL(where, ())
    sources.registerObject(SOURCE, source)


def make_letter(desktop, where):
    document = desktop.loadComponentFromURL('private:factory/swriter', '_blank', 0, named(Hidden=True))
    text = document.Text
    cursor = text.createTextCursor()

    def field(column, into=text, at=cursor):
        master_name = f'com.sun.star.text.fieldmaster.DataBase.{SOURCE}.{TABLE}.{column}'
        masters = document.TextFieldMasters
        if masters.hasByName(master_name):
            master = masters.getByName(master_name)
        else:
            master = document.createInstance('com.sun.star.text.FieldMaster.Database')
            master.DataBaseName, master.DataTableName, master.DataColumnName = SOURCE, TABLE, column
        one = document.createInstance('com.sun.star.text.TextField.Database')
        one.attachTextFieldMaster(master)
        into.insertTextContent(at, one, False)

    def line(*parts):
        for part in parts:
            if part in COLUMNS:
                field(part)
            else:
                text.insertString(cursor, part, False)
        text.insertControlCharacter(cursor, 0, False)

    line('CENTRE LUMIÈRE, 12 rue de la Monnaie, 35000 Rennes')
    line('name')
    line('address')
    line('town')
    line('Convocation')
    line('Bonjour ', 'name', ', votre inscription est confirmée. Vous êtes attendu :')
    table = document.createInstance('com.sun.star.text.TextTable')
    table.initialize(2, 5)
    text.insertTextContent(cursor, table, False)
    for index, (head, column) in enumerate(
        (('Épreuve', 'exam'), ('Date', 'day'), ('Heure', 'hour'), ('Salle', 'room'), ('Logiciel', 'software'))
    ):
        table.getCellByPosition(index, 0).setString(head)
        cell = table.getCellByPosition(index, 1)
        field(column, cell, cell.createTextCursor())
    for paragraph in (
        'Présentez-vous quinze minutes avant l’heure avec une pièce d’identité en cours de validité et cette convocation.',
        'Aucun candidat n’est admis après l’ouverture des sujets. La calculatrice est fournie par le poste.',
        'En cas d’empêchement, prévenez le centre au plus tôt.',
    ):
        line(paragraph)
    line('Place de l’épreuve : ', 'place')
    style = document.StyleFamilies.getByName('PageStyles').getByName('Standard')
    style.FooterIsOn = True
    footer = style.FooterText
    for kind in ('PageNumber', 'PageCount'):
        number = document.createInstance(f'com.sun.star.text.TextField.{kind}')
        number.NumberingType = 4
        footer.insertString(footer.End, ' page ' if kind == 'PageNumber' else ' / ', False)
        footer.insertTextContent(footer.End, number, False)
    document.storeAsURL(where, ())
    document.close(True)


TABLE = os.path.splitext(os.path.basename(people))[0]
os.makedirs(out, exist_ok=True)
profile = uno.systemPathToFileUrl(os.path.join(out, 'profile'))
office = subprocess.Popen(
    ['soffice', '--headless', '--norestore', '--nologo', f'-env:UserInstallation={profile}', f'--accept=pipe,name={PIPE};urp;']
)
try:
    context = connect()
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
    register(context, manager)
    letter = uno.systemPathToFileUrl(os.path.join(out, 'letter.odt'))
    make_letter(desktop, letter)
    merge = manager.createInstanceWithContext('com.sun.star.text.MailMerge', context)
    merge.DocumentURL = letter
    merge.DataSourceName = SOURCE
    merge.CommandType = 0
    merge.Command = TABLE
    merge.OutputType = 2
    merge.OutputURL = uno.systemPathToFileUrl(out)
    merge.SaveAsSingleFile = True
    merge.SaveFilter = 'writer8'
    merge.FileNamePrefix = 'letters'
    began = time.monotonic()
    merge.execute(())
    merged = desktop.loadComponentFromURL(
        uno.systemPathToFileUrl(os.path.join(out, 'letters0.odt')), '_blank', 0, named(Hidden=True)
    )
    pdf = uno.systemPathToFileUrl(os.path.join(out, 'letters.pdf'))
    merged.storeToURL(pdf, named(FilterName='writer_pdf_Export'))
    print(round((time.monotonic() - began) * 1000))
    try:
        desktop.terminate()
    except Exception:
        # It ends in the middle of the answer.
        pass
finally:
    office.terminate()
    office.wait()
