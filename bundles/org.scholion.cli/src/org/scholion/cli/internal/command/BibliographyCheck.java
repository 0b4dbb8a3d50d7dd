package org.scholion.cli.internal.command;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.osgi.util.NLS;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.ExitCode;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.report.FindingJson;
import org.scholion.library.LibraryException;
import org.scholion.library.edit.BibliographyReport;
import org.scholion.library.edit.BibliographyReport.Item;
import org.scholion.library.edit.BibtexFinding.Severity;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** {@code library check}: what is wrong in bibliography files. */
final class BibliographyCheck {

    private final Console console;

    BibliographyCheck(Console console) {
        this.console = console;
    }

    /** Tells all, by file and place; 1 where there is an error or warning, 3 where a file could not be read. */
    ExitCode run(List<String> files, boolean json, CancelToken cancel) throws CancelledException {
        List<BibliographyReport> reports = new ArrayList<>();
        boolean failed = false;
        for (String file : files) {
            try {
                reports.add(BibliographyReport.of(console.folder().resolve(file).normalize(), Year.now().getValue(), cancel));
            } catch (LibraryException unreadable) {
                failed = true;
                console.say(String.valueOf(unreadable.getMessage()));
            }
        }
        if (json) {
            console.out().print(json(reports));
        } else {
            reports.forEach(this::write);
        }
        boolean found = reports.stream().flatMap(report -> report.items().stream()).anyMatch(item -> item.severity() != Severity.INFO);
        return failed ? ExitCode.FILE_FAILED : found ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private void write(BibliographyReport report) {
        for (Item item : report.items()) {
            String place = report.file() + ":" + item.line() + ":" + item.column();
            console.out().println(console.style().place(place) + ' ' + item.message() + ' ' + console.style().dim(item.rule()));
        }
        console.out().println(NLS.bind(Messages.library_checked, new Object[] {report.file(), report.entries(), report.items().size()}));
    }

    private static String json(List<BibliographyReport> reports) {
        return FindingJson.document(json -> {
            json.beginObject().name("version").value(1).name("findings").beginArray();
            for (BibliographyReport report : reports) {
                for (Item item : report.items()) {
                    write(json, report, item);
                }
            }
            json.endArray().endObject();
        });
    }

    private static void write(JsonWriter json, BibliographyReport report, Item item) throws IOException {
        json.beginObject();
        json.name("file").value(report.file().toString());
        json.name("offset").value(item.offset());
        json.name("length").value(item.length());
        json.name("line").value(item.line());
        json.name("column").value(item.column());
        json.name("severity").value(item.severity().name().toLowerCase(Locale.ROOT));
        json.name("rule").value(item.rule());
        json.name("message").value(item.message());
        json.name("reason").value(item.reason());
        json.endObject();
    }
}
