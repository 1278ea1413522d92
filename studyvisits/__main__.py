import sys

from studyvisits.cli import main

sys.exit(main())
