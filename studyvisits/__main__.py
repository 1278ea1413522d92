import sys

from studyvisits.cli import main
from studyvisits.exchange.sheets import READ_SHEET

if sys.argv[1:2] == [READ_SHEET]:
    from studyvisits.exchange.sheet_process import main as read_sheet

    read_sheet(*sys.argv[2:5])
else:
    sys.exit(main())
