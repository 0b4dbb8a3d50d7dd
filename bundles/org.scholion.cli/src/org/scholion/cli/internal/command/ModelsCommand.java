package org.scholion.cli.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.cli.internal.Arguments;
import org.scholion.cli.internal.Command;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.ExitCode;
import org.scholion.cli.internal.FileException;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.MissingPartException;
import org.scholion.cli.internal.Services;
import org.scholion.cli.internal.UsageException;
import org.scholion.inference.AdapterFolder;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Models;
import org.scholion.inference.store.CatalogueEntry;
import org.scholion.inference.store.FileCheck;
import org.scholion.inference.store.InstallProgress;
import org.scholion.inference.store.InstalledModel;
import org.scholion.inference.store.ModelCatalogue;
import org.scholion.inference.store.ModelStore;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code models}: what can be had, what is installed, and the way from the one to the other. */
public final class ModelsCommand implements Command {

    private static final String FORMAT = "--format";
    private static final String ACCEPT = "--accept-licence";
    private static final String REFRESH = "--refresh";
    private static final String ID = "--id";
    private static final String NAME = "--name";
    private static final String TASK = "--task";
    private static final String LANGUAGES = "--language";
    private static final String LICENCE = "--licence";

    private static final int MIB_SHIFT = 20;

    /** What can be done. */
    private enum Action {
        LIST,
        SHOW,
        INSTALL,
        IMPORT,
        CONNECT,
        VERIFY,
        REMOVE,
        BENCH;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Services services;

    public ModelsCommand(Services services) {
        this.services = services;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("models");
        spec.usageMessage()
                .description(Messages.models_description)
                .customSynopsis(
                        "scholion models list|show|install|verify|remove|bench [OPTIONS] [ID…]",
                        "scholion models import [OPTIONS] FILE|FOLDER",
                        "scholion models connect [OPTIONS] ADDRESS")
                .footer(Messages.models_footer.split("\n"));
        spec.addPositional(Arguments.positional("1..*", "ACTION", Messages.models_action));
        spec.addOption(Arguments.flag(Messages.models_accept, ACCEPT));
        spec.addOption(Arguments.flag(Messages.models_refresh, REFRESH));
        spec.addOption(Arguments.value("ID", Messages.models_id, ID));
        spec.addOption(Arguments.value("NAME", Messages.models_name, NAME));
        spec.addOption(Arguments.value("TASK", Messages.models_task, TASK));
        spec.addOption(Arguments.values("LANGUAGE", Messages.models_language, LANGUAGES));
        spec.addOption(Arguments.value("LICENCE", Messages.models_licence, LICENCE));
        ServerConnection.addOptions(spec);
        spec.addOption(Arguments.value("FORMAT", Messages.option_textOrJson, "-f", FORMAT));
        return spec;
    }

    @Override
    public ExitCode run(Arguments arguments, Console console, CancelToken cancel)
            throws UsageException, FileException, MissingPartException, CancelledException {
        boolean json = arguments.choice(FORMAT, List.of(false, true), asJson -> asJson ? "json" : "text", false);
        List<String> words = arguments.positionals();
        Action action = action(words.getFirst());
        List<String> targets = words.subList(1, words.size());
        boolean one = action == Action.IMPORT || action == Action.CONNECT || action == Action.BENCH;
        if (action != Action.LIST && targets.isEmpty() || one && targets.size() != 1 || action == Action.LIST && !targets.isEmpty()) {
            throw new UsageException(NLS.bind(Messages.models_targets, action.word()));
        }
        ModelStore store = services.modelStore().orElseThrow(() -> new MissingPartException(Messages.missing_models));
        ModelCatalogue catalogue = services.modelCatalogue().orElseThrow(() -> new MissingPartException(Messages.missing_models));
        ModelsReport report = new ModelsReport(console, json, services.models().map(Models::loaded).orElse(List.of()));
        try (ProgressLine line = new ProgressLine(console)) {
            InstallProgress progress = (step, done, total) -> line.show(progress(step, done, total));
            switch (action) {
                case LIST -> list(arguments, store, catalogue, report, cancel);
                case SHOW -> report.describe(known(targets, store, catalogue, report));
                case INSTALL -> install(arguments, targets, store, catalogue, report, console, progress, cancel);
                case IMPORT -> importModel(arguments, console.folder().resolve(targets.getFirst()), store, report, progress, cancel);
                case CONNECT -> {
                    InstalledModel model = new ServerConnection(services, console).connect(
                            targets.getFirst(), arguments, store, arguments.value(ID), arguments.value(NAME), cancel);
                    report.connected(new ModelsReport.Row(Optional.empty(), Optional.of(model)));
                }
                case VERIFY -> {
                    return verify(targets, store, report, progress, cancel);
                }
                case REMOVE -> remove(targets, store, report);
                case BENCH -> bench(targets.getFirst(), report, cancel);
            }
            return ExitCode.DONE;
        } catch (ModelException e) {
            throw new MissingPartException(String.valueOf(e.getMessage()));
        }
    }

    private static Action action(String word) throws UsageException {
        for (Action action : Action.values()) {
            if (action.word().equals(word)) {
                return action;
            }
        }
        throw new UsageException(NLS.bind(Messages.models_noAction, word));
    }

    private static void list(
            Arguments arguments, ModelStore store, ModelCatalogue catalogue, ModelsReport report, CancelToken cancel)
            throws ModelException, CancelledException {
        if (arguments.has(REFRESH)) {
            catalogue.refresh(cancel);
        }
        report.list(all(store, catalogue, report));
    }

    /** Everything that is installed or can be. */
    private static List<ModelsReport.Row> all(ModelStore store, ModelCatalogue catalogue, ModelsReport report) {
        ModelCatalogue.Contents known = catalogue.read();
        ModelStore.Contents installed = store.read();
        known.problems().forEach(report::warn);
        installed.problems().forEach(report::warn);
        List<ModelsReport.Row> rows = new ArrayList<>();
        for (CatalogueEntry entry : known.entries()) {
            rows.add(new ModelsReport.Row(Optional.of(entry), installed.find(entry.id())));
        }
        for (InstalledModel model : installed.models()) {
            if (known.find(model.id()).isEmpty()) {
                rows.add(new ModelsReport.Row(Optional.empty(), Optional.of(model)));
            }
        }
        return rows;
    }

    private static List<ModelsReport.Row> known(
            List<String> ids, ModelStore store, ModelCatalogue catalogue, ModelsReport report) throws MissingPartException {
        List<ModelsReport.Row> all = all(store, catalogue, report);
        List<ModelsReport.Row> chosen = new ArrayList<>();
        for (String id : ids) {
            chosen.add(all.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow(() -> unknown(id)));
        }
        return chosen;
    }

    private static void install(
            Arguments arguments,
            List<String> ids,
            ModelStore store,
            ModelCatalogue catalogue,
            ModelsReport report,
            Console console,
            InstallProgress progress,
            CancelToken cancel)
            throws ModelException, CancelledException, MissingPartException {
        List<ModelsReport.Row> done = new ArrayList<>();
        for (ModelsReport.Row row : known(ids, store, catalogue, report)) {
            Optional<InstalledModel> model = row.installed();
            if (model.isEmpty() && row.entry().isPresent()) {
                CatalogueEntry entry = row.entry().get();
                boolean accepted = arguments.has(ACCEPT) || asked(entry, console);
                model = Optional.of(store.install(entry, accepted, progress, cancel));
            }
            done.add(new ModelsReport.Row(row.entry(), model));
        }
        report.installed(done);
    }

    /** Whether the person accepts the licence now, where it asks for that. */
    private static boolean asked(CatalogueEntry entry, Console console) {
        Optional<String> text = entry.licence().acceptance();
        if (text.isEmpty() || !console.canAsk()) {
            return false;
        }
        console.say(text.get());
        console.err().print(Messages.models_ask + ' ');
        console.err().flush();
        return List.of(Messages.models_yes.split(",")).contains(console.readLine().toLowerCase(Locale.ROOT));
    }

    private static void importModel(
            Arguments arguments, Path source, ModelStore store, ModelsReport report, InstallProgress progress, CancelToken cancel)
            throws ModelException, CancelledException, UsageException, FileException {
        if (!Files.isReadable(source)) {
            throw new FileException(NLS.bind(Messages.models_unreadable, source), new IOException(source.toString()));
        }
        String name = String.valueOf(source.getFileName());
        String stem = Files.isDirectory(source) || name.lastIndexOf('.') < 1 ? name : name.substring(0, name.lastIndexOf('.'));
        String id = arguments.value(ID).orElse(idOf(stem));
        ModelTask usual = AdapterFolder.isIn(source) ? ModelTask.TAGGING : ModelTask.GENERATION;
        ModelTask task = arguments.choice(TASK, List.of(ModelTask.values()), one -> one.name().toLowerCase(Locale.ROOT), usual);
        ModelStore.Identity identity = new ModelStore.Identity(
                id,
                arguments.value(NAME).orElse(stem),
                task,
                arguments.values(LANGUAGES),
                arguments.value(LICENCE).orElse(Messages.models_unknownLicence));
        InstalledModel model = store.importFrom(source, identity, progress, cancel);
        report.installed(List.of(new ModelsReport.Row(Optional.empty(), Optional.of(model))));
    }

    /** An id that is made from a name. */
    static String idOf(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[^a-z0-9]+", "");
    }

    private static ExitCode verify(
            List<String> ids, ModelStore store, ModelsReport report, InstallProgress progress, CancelToken cancel)
            throws ModelException, CancelledException, MissingPartException {
        List<ModelsReport.Verified> verified = new ArrayList<>();
        for (String id : ids) {
            InstalledModel model = store.find(id).orElseThrow(() -> unknown(id));
            verified.add(new ModelsReport.Verified(model, store.verify(model, progress, cancel)));
        }
        report.verified(verified);
        boolean same = verified.stream()
                .flatMap(one -> one.checks().stream())
                .allMatch(check -> check.state() == FileCheck.State.SAME);
        return same ? ExitCode.DONE : ExitCode.PART_MISSING;
    }

    private static void remove(List<String> ids, ModelStore store, ModelsReport report) throws ModelException {
        for (String id : ids) {
            store.remove(id);
        }
        report.removed(ids);
    }

    private void bench(String id, ModelsReport report, CancelToken cancel)
            throws ModelException, CancelledException, MissingPartException {
        Models models = services.models().orElseThrow(() -> new MissingPartException(Messages.missing_models));
        ModelStore store = services.modelStore().orElseThrow(() -> new MissingPartException(Messages.missing_models));
        InstalledModel model = store.find(id).orElseThrow(() -> unknown(id));
        report.bench(new ModelBench(models).run(model, cancel));
    }

    private static MissingPartException unknown(String id) {
        return new MissingPartException(NLS.bind(Messages.models_unknown, id));
    }

    private static String progress(String step, long done, long total) {
        if (total <= 0) {
            return step;
        }
        String share = done * 100 / total + " %";
        return total < 1 << MIB_SHIFT ? step + "  " + share : step + "  " + share + "  " + (done >> MIB_SHIFT) + "/" + (total >> MIB_SHIFT) + " MiB";
    }
}
