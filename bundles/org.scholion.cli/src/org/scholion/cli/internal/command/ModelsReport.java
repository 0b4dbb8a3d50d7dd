package org.scholion.cli.internal.command;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.Style;
import org.scholion.cli.internal.report.FindingJson;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Models;
import org.scholion.inference.store.CatalogueEntry;
import org.scholion.inference.store.FileCheck;
import org.scholion.inference.store.InstalledFile;
import org.scholion.inference.store.InstalledModel;

/** What {@code models} says, as text or JSON. */
final class ModelsReport {

    private static final int MIB = 1 << 20;

    /** A model as a catalogue knows it, as it is installed, or both. */
    record Row(Optional<CatalogueEntry> entry, Optional<InstalledModel> installed) {

        String id() {
            return installed.map(InstalledModel::id).or(() -> entry.map(CatalogueEntry::id)).orElse("");
        }

        String name() {
            return installed.map(InstalledModel::name).or(() -> entry.map(CatalogueEntry::name)).orElse("");
        }

        String task() {
            Optional<ModelTask> task = installed.isPresent() ? installed.get().task() : entry.flatMap(CatalogueEntry::task);
            return task.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse("library");
        }

        long size() {
            long there = installed.map(InstalledModel::sizeBytes).orElse(0L);
            return there > 0 ? there : entry.map(CatalogueEntry::sizeBytes).orElse(0L);
        }

        List<String> languages() {
            return installed.map(InstalledModel::languages).or(() -> entry.map(CatalogueEntry::languages)).orElse(List.of());
        }
    }

    /** What became of the files of a model. */
    record Verified(InstalledModel model, List<FileCheck> checks) {}

    private final Console console;
    private final boolean json;
    private final List<Models.Loaded> loaded;

    ModelsReport(Console console, boolean json, List<Models.Loaded> loaded) {
        this.console = console;
        this.json = json;
        this.loaded = List.copyOf(loaded);
    }

    /** Something that could not be read; the others could. */
    void warn(String problem) {
        console.say(problem);
    }

    void list(List<Row> rows) {
        if (json) {
            console.out().print(document(rows, false));
            return;
        }
        PrintStream out = console.out();
        Style style = console.style();
        int id = rows.stream().mapToInt(row -> row.id().length()).max().orElse(0);
        int task = rows.stream().mapToInt(row -> row.task().length()).max().orElse(0);
        for (Row row : rows) {
            String sign = row.installed().isPresent() ? style.added("✓") : style.dim("–");
            // what is part of the product takes nothing more
            String size = row.size() == 0 ? " ".repeat(10) : String.format(Locale.ROOT, "%6d MiB", mebibytes(row.size()));
            out.println(sign + ' ' + style.bold(pad(row.id(), id)) + "  " + pad(row.task(), task) + "  " + size + "  " + row.name());
        }
    }

    void describe(List<Row> rows) {
        if (json) {
            console.out().print(document(rows, true));
            return;
        }
        for (Row row : rows) {
            describe(row, console.out(), console.style());
        }
    }

    void installed(List<Row> rows) {
        if (json) {
            console.out().print(document(rows, true));
            return;
        }
        for (Row row : rows) {
            row.installed().ifPresent(model -> console.out().println(
                    NLS.bind(Messages.models_installed, new Object[] {model.id(), mebibytes(model.sizeBytes()), model.folder()})));
        }
    }

    void connected(Row row) {
        if (json) {
            console.out().print(document(List.of(row), true));
            return;
        }
        row.installed().ifPresent(model -> console.out().println(NLS.bind(Messages.models_connected, model.id(), model.source())));
    }

    void removed(List<String> ids) {
        if (json) {
            console.out().print(FindingJson.document(writer -> {
                writer.beginObject().name("models").beginArray();
                for (String id : ids) {
                    writer.beginObject().name("id").value(id).name("installed").value(false).endObject();
                }
                writer.endArray().endObject();
            }));
            return;
        }
        ids.forEach(id -> console.out().println(NLS.bind(Messages.models_removed, id)));
    }

    void verified(List<Verified> verified) {
        if (json) {
            console.out().print(FindingJson.document(writer -> {
                writer.beginObject().name("models").beginArray();
                for (Verified one : verified) {
                    write(writer, new Row(Optional.empty(), Optional.of(one.model())));
                    writer.name("files").beginArray();
                    for (FileCheck check : one.checks()) {
                        writer.beginObject();
                        writer.name("path").value(check.path());
                        writer.name("state").value(check.state().name().toLowerCase(Locale.ROOT));
                        writer.name("pinned").value(check.pinned());
                        writer.endObject();
                    }
                    writer.endArray().endObject();
                }
                writer.endArray().endObject();
            }));
            return;
        }
        Style style = console.style();
        for (Verified one : verified) {
            if (one.model().embedded()) {
                console.out().println(NLS.bind(Messages.models_embedded, one.model().id()));
            }
            for (FileCheck check : one.checks()) {
                boolean same = check.state() == FileCheck.State.SAME;
                String sign = same ? style.added("✓") : style.removed("✗");
                console.out().println(sign + ' ' + one.model().id() + '/' + check.path() + "  " + text(check.state()));
            }
        }
    }

    void bench(ModelBench.Result result) {
        if (json) {
            console.out().print(FindingJson.document(writer -> {
                writer.setSerializeNulls(true);
                writer.beginObject();
                writer.name("id").value(result.id());
                writer.name("device").value(result.device());
                number(writer, "promptTokensPerSecond", result.promptTokensPerSecond());
                number(writer, "tokensPerSecond", result.tokensPerSecond());
                number(writer, "embeddingsPerSecond", result.embeddingsPerSecond());
                writer.name("residentMiB").value(result.residentMiB());
                writer.endObject();
            }));
            return;
        }
        PrintStream out = console.out();
        out.println(console.style().bold(result.id()) + "  " + result.device());
        line(out, Messages.models_benchPrompt, result.promptTokensPerSecond());
        line(out, Messages.models_benchTokens, result.tokensPerSecond());
        line(out, Messages.models_benchEmbeddings, result.embeddingsPerSecond());
        out.println("  " + NLS.bind(Messages.models_benchMemory, result.residentMiB()));
    }

    private void describe(Row row, PrintStream out, Style style) {
        out.println(style.bold(row.id()) + "  " + row.name());
        out.println("  " + NLS.bind(Messages.models_rowTask, row.task(), String.join(", ", row.languages())));
        row.entry().ifPresent(entry -> {
            out.println("  " + NLS.bind(Messages.models_rowLicence, entry.licence().name(), entry.licence().url()));
            entry.licence().acceptance().ifPresent(text -> out.println("  " + text));
            long memory = entry.memoryBytes() / MIB;
            out.println("  " + NLS.bind(Messages.models_rowSize, entry.sizeBytes() / MIB, memory));
            if (!entry.quality().isEmpty()) {
                out.println("  " + entry.quality());
            }
            entry.sources().forEach(source -> out.println("  " + NLS.bind(Messages.models_rowSource, source.label(), source.seenIn())));
        });
        if (row.installed().isEmpty()) {
            out.println("  " + NLS.bind(Messages.models_rowNotInstalled, row.id()));
        }
        row.installed().ifPresent(model -> {
            out.println("  " + NLS.bind(Messages.models_rowInstalled, new Object[] {model.folder(), model.source(), model.version()}));
            model.base().ifPresent(base -> out.println("  " + NLS.bind(Messages.models_rowBase, base)));
            model.licenceAccepted().ifPresent(when -> out.println("  " + NLS.bind(Messages.models_rowAccepted, model.licence(), when)));
            for (InstalledFile file : model.files()) {
                String origin = file.pinned() ? Messages.models_pinned : Messages.models_recorded;
                out.println("  " + file.path() + "  " + file.sha256() + "  " + origin);
            }
        });
    }

    private String document(List<Row> rows, boolean whole) {
        return FindingJson.document(writer -> {
            writer.setSerializeNulls(true);
            writer.beginObject().name("models").beginArray();
            for (Row row : rows) {
                write(writer, row);
                if (whole) {
                    writeDetails(writer, row);
                }
                writer.endObject();
            }
            writer.endArray().endObject();
        });
    }

    /** Begins the object of a model. */
    private void write(JsonWriter writer, Row row) throws IOException {
        writer.beginObject();
        writer.name("id").value(row.id());
        writer.name("task").value(row.task());
        writer.name("installed").value(row.installed().isPresent());
        text(
                writer,
                "device",
                loaded.stream()
                        .filter(one -> one.descriptor().id().equals(row.id()))
                        .map(one -> one.device().name())
                        .findFirst());
        writer.name("size").value(row.size());
    }

    private static void writeDetails(JsonWriter writer, Row row) throws IOException {
        writer.name("name").value(row.name());
        writer.name("languages").beginArray();
        for (String language : row.languages()) {
            writer.value(language);
        }
        writer.endArray();
        Optional<InstalledModel> model = row.installed();
        text(writer, "licence", model.map(InstalledModel::licence).or(() -> row.entry().map(entry -> entry.licence().name())));
        text(writer, "version", model.map(InstalledModel::version));
        text(writer, "source", model.map(InstalledModel::source));
        text(writer, "base", model.flatMap(InstalledModel::base));
        text(writer, "folder", model.map(InstalledModel::folder).map(String::valueOf));
        writer.name("files").beginArray();
        for (InstalledFile file : model.map(InstalledModel::files).orElse(List.of())) {
            writer.beginObject();
            writer.name("path").value(file.path());
            writer.name("size").value(file.size());
            writer.name("sha256").value(file.sha256());
            writer.name("pinned").value(file.pinned());
            writer.endObject();
        }
        writer.endArray();
    }

    private static void text(JsonWriter writer, String name, Optional<String> value) throws IOException {
        writer.name(name);
        if (value.isPresent()) {
            writer.value(value.get());
        } else {
            writer.nullValue();
        }
    }

    private static void number(JsonWriter writer, String name, Optional<Double> value) throws IOException {
        writer.name(name);
        if (value.isPresent()) {
            writer.value(Math.round(value.get() * 10) / 10.0);
        } else {
            writer.nullValue();
        }
    }

    /** What is there takes at least one. */
    private static long mebibytes(long bytes) {
        return bytes == 0 ? 0 : Math.max(1, bytes / MIB);
    }

    private static void line(PrintStream out, String text, Optional<Double> value) {
        value.ifPresent(number -> out.println("  " + NLS.bind(text, String.format(Locale.ROOT, "%.1f", number))));
    }

    private static String text(FileCheck.State state) {
        return switch (state) {
            case SAME -> Messages.models_same;
            case CHANGED -> Messages.models_changed;
            case MISSING -> Messages.models_missing;
            case UNREADABLE -> Messages.models_unreadableFile;
        };
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
