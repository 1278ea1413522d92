"""The sentences of what is refused. ``studyvisits.wording`` fills their slots with the facts."""

from studyvisits.texts import mark

REFUSALS: dict[str, str] = {
    "activity_ambiguous": mark("“{wanted}” may mean several activities: {candidates}. Name one by its number."),
    "activity_unknown": mark("There is no activity “{wanted}” in the project. There are: {candidates}."),
    "already_there": mark("This stands there already, and it can stand there only once."),
    "audience_unclear": mark("It is not clear for whom the session is. Choose again whom it is for."),
    "belongs_elsewhere": mark("What was chosen belongs to another project or activity. Choose something of this one."),
    "cannot_change_home": mark("Nothing can be moved to another project or activity. Make it there instead."),
    "character_not_storable": mark("“{field}” holds a character that cannot be stored. Type the text again."),
    "copy_onto_itself": mark("A day cannot be copied onto itself. Choose another day."),
    "dates_not_real": mark("The dates of the activity are not settled. Give it a first day, fixed or provisional."),
    "dates_open": mark("The dates of the activity are open. Give it a month or days first."),
    "day_not_understood": mark(
        "“{value}” does not tell a day of the activity. Write it like 2024-06-11, 11.6. or Day 2."
    ),
    "day_out_of_range": mark("{value} in “{column}” is not a day that can be stored. Correct the year."),
    "day_without_dates": mark(
        "The dates of the activity are not settled, so “{value}” is no day of it. Write Day 1, Day 2 and so on."
    ),
    "disk_failed": mark("The disk failed at {file}: {reason}. Try again, or choose another folder."),
    "disk_full": mark(
        "There is no room left on the disk for {file}. Make room and try again; what was stored before is safe."
    ),
    "document_language_unclear": mark("“{language}” is not the code of a language. Give one such as en, cs, fi or sv."),
    "empty_field": mark("“{column}” may not be empty. Fill it in."),
    "file_beyond_repair": mark("{file} is too damaged for a checked copy. Restore a backup of it."),
    "file_changed_elsewhere": mark("{file} was changed by another program and is not opened as it is."),
    "file_damaged": mark("{file} is damaged, or was changed by another program, and is not opened as it is."),
    "file_empty": mark("{file} is empty, as after a copy that was cut short. Ask for it again."),
    "file_exists": mark("{file} is there already. Choose another name."),
    "file_has_foreign_parts": mark(
        "{file} holds something that is not of Study Visits ({part}) and is not opened, because it could run by itself."
    ),
    "file_in_use": mark("{file} is open in another window of Study Visits. Close it there and try again."),
    "file_is_folder": mark("{file} is a folder. Choose a file."),
    "file_missing": mark("There is no file {file}."),
    "file_name_too_long": mark("The name of {file} is too long for the disk. Choose a shorter one."),
    "file_newer": mark(
        "{file} was written by a newer Study Visits (file version {version}; this one reads up to {known}). "
        "Install the newer one."
    ),
    "file_not_ours": mark("{file} is not a Study Visits file."),
    "file_open_elsewhere": mark(
        "{file} is held by another program and cannot be replaced. Close it there and try again."
    ),
    "file_other_database": mark("{file} is a database of another program, not a Study Visits file."),
    "file_read_only": mark(
        "{file} may not be changed: it is marked as read-only. Take the mark away, or choose another name."
    ),
    "file_too_large": mark("{file} is too large to be a Study Visits file."),
    "file_truncated": mark("{file} is cut short: its end is missing. Ask for it again, or restore a backup."),
    "file_unreadable": mark("{file} may not be read. Ask its owner for the right to read it."),
    "folder_is_file": mark("{folder} is a file, not a folder. Choose a folder."),
    "folder_missing": mark("There is no folder {folder}. Choose another, or make it first."),
    "folder_read_only": mark("Nothing may be written in the folder {folder}. Choose another."),
    "import_no_such_field": mark("There is no field called “{field}”. The fields are: {fields}."),
    "import_outdated": mark("The file was changed since the list was read. Bring the list in again."),
    "import_rows_refused": mark(
        "Nothing was imported, because {count} rows cannot be taken, the first of them row {row}. Mend them, or "
        "import the others alone."
    ),
    "import_set_not_understood": mark(
        "“{value}” is not understood as {field} of this project. Give a value that the project has."
    ),
    "last_day_before_first": mark("The last day, {last}, is before the first one, {first}. Correct one of them."),
    "last_good_copy": mark("A copy that is whole lies at {last_good}."),
    "lines_too_large": mark("{file} is too large for the programme of a day. Give it the lines of one day."),
    "lines_unreadable": mark("{file} cannot be read: {reason}. Give another file."),
    "mapping_malformed": mark(
        "{file}: “{part}” is not as a mapping has it. Write it as "
        '{{"columns": {{"heading": "field"}}, "values": {{"field": {{"value": "meaning"}}}}, '
        '"set": {{"field": "value"}}}}.'
    ),
    "mapping_unreadable": mark("{file} cannot be read: {reason}. Give another mapping file."),
    "moved_out_of_range": mark("{day} would come to lie outside the years 1850 to 2200. Choose another day."),
    "nothing_to_write": mark("There is nothing to write yet: {document} would be empty."),
    "number_not_finite": mark("“{field}” holds something that is not a number. Type it again."),
    "number_out_of_range": mark("{value} does not fit “{column}”: it must lie between {least} and {most}."),
    "number_too_large": mark("The number in “{field}” is too large to be stored."),
    "order_of_several": mark("Only what stands together can be put in order."),
    "picture_too_large": mark("The picture is too large ({width} × {height} points). Make it smaller."),
    "picture_unreadable": mark("The picture is neither a PNG nor a JPEG that can be read. Choose another one."),
    "plan_audience_unclear": mark("It is not clear for whom the session is."),
    "plan_empty_field": mark("Something must stand here."),
    "plan_ends_at_start": mark("The end is the same as the start."),
    "plan_ends_without_start": mark("There is an end but no start. Give the start, or the minutes instead of the end."),
    "plan_in_two_groups": mark("Somebody is in two groups of one grouping."),
    "plan_key_twice": mark("The property “{key}” stands twice in one object."),
    "plan_last_day_before_first": mark("The last day, {last}, is before the first one, {first}."),
    "plan_malformed": mark("“{value}” is not written as it should be, for example {example}."),
    "plan_minutes_and_ends": mark("Both the minutes and the end are given. Leave one of them out."),
    "plan_missing_field": mark("“{field}” is missing."),
    "plan_newer": mark("The plan is of format {format}, written by a newer Study Visits. Install the newer one."),
    "plan_no_such_day": mark("“{value}” is not a day that can be stored."),
    "plan_nobody": mark("Neither a person nor words say who it is."),
    "plan_not_a_number": mark("{file} holds a number that is none, such as NaN, or one with thousands of digits."),
    "plan_not_json": mark("{file} is not a plan: it is not valid JSON from line {line}, column {column} on."),
    "plan_not_utf8": mark("{file} is not in UTF-8. Save it in UTF-8 and try again."),
    "plan_number_out_of_range": mark("{value} is not between {least} and {most}."),
    "plan_number_unusable": mark("The value is not a number that can be stored."),
    "plan_picture_too_large": mark("The picture is too large ({width} × {height} points). Make it smaller."),
    "plan_picture_unreadable": mark("The picture is neither a PNG nor a JPEG in base64 that can be read."),
    "plan_place": mark("Place: {path} in {file}."),
    "plan_points_to_itself": mark("Something belongs to, repeats or replaces itself."),
    "plan_project_known": mark("“{title}” is already in the file. Replace it, or take the plan in as a copy."),
    "plan_ref_ambiguous": mark(
        "“{ref}” could be any of {number} in “{table}”. Give the one that is meant a “ref” and refer to that."
    ),
    "plan_ref_twice": mark("The ref “{value}” is given twice."),
    "plan_ref_unknown": mark("Nothing in “{table}” is called “{ref}”."),
    "plan_text_not_storable": mark("The text holds a character that cannot be stored. Type it again."),
    "plan_too_deep": mark("{file} is not a plan: it is nested too deeply."),
    "plan_too_full": mark("{file} is not a plan: it holds more values than any project has."),
    "plan_too_large": mark("{file} is too large for a plan: more than {most} MB."),
    "plan_twice": mark("The same stands twice where it can stand only once."),
    "plan_uid_taken": mark(
        "The row of “{table}” with the uid {uid} belongs to another project of the file. Take the plan in as a copy."
    ),
    "plan_uid_twice": mark("The uid {value} is given twice."),
    "plan_unknown_code": mark("“{value}” is not one of: {allowed}."),
    "plan_unknown_country": mark("“{value}” is not the code of a country. Write it as CZ, FI or SE (ISO 3166-1)."),
    "plan_unknown_currency": mark("“{value}” is not the code of a currency. Write it as EUR or CZK (ISO 4217)."),
    "plan_unknown_field": mark("There is no property “{field}” here. Known are: {known}."),
    "plan_unknown_language": mark("“{value}” is not the code of a language. Write it as en, cs or sr-Latn (BCP 47)."),
    "plan_unknown_zone": mark("“{value}” is not a time zone. Write it as Europe/Prague."),
    "plan_unreadable": mark("{file} cannot be read: {reason}."),
    "plan_wrong_type": mark("“{value}” should be of another kind: {expected}."),
    "points_to_itself": mark(
        "Nothing can belong to, repeat or replace itself, not even by way of others. Choose something else."
    ),
    "project_ambiguous": mark("“{wanted}” may mean several projects: {candidates}. Name one by its number."),
    "project_unknown": mark("There is no project “{wanted}” in the file. There are: {candidates}."),
    "replaces_itself": mark("Nobody can be replaced by themselves. Choose somebody else."),
    "row_error_cell": mark(
        "Row {row}, column “{column}”: the cell shows the error {value}. Mend the formula and try again."
    ),
    "row_impossible_date": mark("Row {row}, column “{column}”: {value} is not a day that can be. Correct the date."),
    "row_no_date": mark(
        "Row {row}, column “{column}”: {value} is not understood as a date. Write it like 9.4.2024 or 2024-04-09."
    ),
    "row_no_time": mark(
        "Row {row}, column “{column}”: {value} is not understood as a time of day. Write it like 14:30."
    ),
    "row_without_name": mark(
        "Row {row} has no name of a person (it begins with “{value}”). Add the name, or delete the row."
    ),
    "sheet_broken": mark(
        "{file} is damaged: its contents cannot be read. Open it in a spreadsheet program and save it again, or "
        "ask for it again."
    ),
    "sheet_cell_too_long": mark(
        "{file} has a cell longer than 32,767 characters, more than a spreadsheet can hold. Shorten it."
    ),
    "sheet_cell_too_long_in_row": mark(
        "{file}, row {row}: a cell is longer than 32,767 characters, or its quotation mark is never closed. Mend "
        "the row."
    ),
    "sheet_empty": mark("{file} is empty. Choose a list with headings and people."),
    "sheet_encoding": mark(
        "{file} is no text in any usual encoding. Save it as an Excel workbook, or as CSV in UTF-8."
    ),
    "sheet_entities": mark(
        "{file} defines XML entities, which no spreadsheet program writes and which can do harm. It was not opened."
    ),
    "sheet_file_too_big": mark(
        "{file} has {megabytes} MB; a list of people may have {most} MB at most. Choose the list alone."
    ),
    "sheet_google_link": mark(
        "{file} is only a link to a Google sheet. Download the sheet as an Excel workbook and choose that."
    ),
    "sheet_is_folder": mark("{file} is a folder. Choose a spreadsheet."),
    "sheet_is_form": mark(
        "{file}, sheet “{sheet}”: this is a form of one person, with labels below each other. Bring people in as a "
        "list, with one heading for each column and one row for each person."
    ),
    "sheet_locked": mark("{file} cannot be read. Close it in other programs, and see whether you may open it."),
    "sheet_missing": mark("{file} is not there. Check its name and folder."),
    "sheet_no_headings": mark(
        "{file} has no row of headings with names of people, such as “First name” or “Surname”. Add headings "
        "above the list."
    ),
    "sheet_not_a_file": mark("{file} is a device, not a file. Choose a spreadsheet."),
    "sheet_not_found": mark("{file} has no sheet “{sheet}”. Its sheets are: {sheets}."),
    "sheet_password": mark("{file} is protected by a password. Save it without the password and try again."),
    "sheet_too_far": mark(
        "{file}, sheet “{sheet}”: something stands as far out as cell {cell}, too far for a list of people. "
        "Delete the rows and columns beyond the list."
    ),
    "sheet_too_large": mark(
        "{file}, row {row}: the list is larger than {rows} rows or {columns} columns. Choose the people alone."
    ),
    "sheet_too_many_parts": mark(
        "{file} consists of {parts} parts, far more than a spreadsheet has. It was not opened."
    ),
    "sheet_too_much_memory": mark("{file} would take more memory than any list of people. It was not read to its end."),
    "sheet_too_slow": mark("{file} takes longer to read than any list of people its size. It was not read to its end."),
    "sheet_unpacks_too_big": mark(
        "{file} would unpack to {megabytes} MB, far more than a list of people. It was not opened."
    ),
    "sheet_wrong_kind": mark(
        "{file} is of the kind {kind}, whatever its name says. Choose an Excel, OpenDocument or CSV file, or "
        "save it as one."
    ),
    "unknown_code": mark("“{value}” in “{column}” is not one of: {allowed}."),
    "unknown_column": mark("There is no “{column}” in “{table}”."),
    "unknown_country": mark("“{value}” is not the code of a country. Write it as CZ, FI or SE (ISO 3166-1)."),
    "unknown_currency": mark("“{value}” is not the code of a currency. Write it as EUR or CZK (ISO 4217)."),
    "unknown_document": mark("There is no document “{document}”. There are: {known}."),
    "unknown_language": mark("“{value}” is not the code of a language. Write it as en, cs or sr-Latn (BCP 47)."),
    "unknown_row": mark("What was meant is not in the file, or not there any more (number {id} of “{table}”)."),
    "unknown_table": mark("A file has no “{table}”."),
    "unknown_zone": mark("“{value}” is not a time zone. Write it as Europe/Prague."),
    "working_copy_damaged": mark(
        "The working copy of {file} is damaged, so it is not published. Close the file and open it again: "
        "it goes on from what was published last."
    ),
    "wrong_type": mark("“{value}” is not something that “{column}” can hold. Type it again."),
}
"""One sentence for each code of ``Refused``: what is wrong, where, and what to do."""
