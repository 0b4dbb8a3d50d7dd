package org.scholion.cli.internal.command;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.UserFiles;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.Services;
import org.scholion.inference.store.InstalledModel;
import org.scholion.inference.store.ModelStore;
import org.scholion.manuscript.ExternalProgram;
import org.scholion.jobs.JobExecutor;

/** Looks at this machine and this installation. */
final class Examination {

    private static final int OLDEST_JAVA = 21;
    private static final int MIB = 1 << 20;
    private static final int LEAST_MEMORY_MIB = 400;
    private static final List<String> LANGUAGES = List.of(
            "en-US", "en-GB", "en-CA", "en-AU", "en-NZ", "en-ZA", "de-DE", "de-AT", "de-CH", "fr", "es", "pt-PT", "pt-BR", "zh-CN");
    private static final List<String> LATEX = List.of("latexmk", "pdflatex", "xelatex", "lualatex", "bibtex", "biber");

    /**
     * Something that was looked at.
     *
     * @param id for scripts
     * @param title for people
     * @param works whether it is there and works
     * @param needed whether checking papers needs it
     * @param detail what was found
     * @param advice how to get what does not work; empty when nothing is to do
     */
    record Symptom(String id, String title, boolean works, boolean needed, String detail, String advice) {}

    private final Services services;
    private final String version;
    private final Map<String, String> environment;

    Examination(Services services, String version, Map<String, String> environment) {
        this.services = services;
        this.version = version;
        this.environment = Map.copyOf(environment);
    }

    List<Symptom> examine() {
        List<Symptom> symptoms = new ArrayList<>();
        symptoms.add(new Symptom("scholion", "Scholion", true, true, version, ""));
        symptoms.add(java());
        symptoms.add(memory());
        String platform = System.getProperty("os.name") + ' ' + System.getProperty("os.version") + ", " + System.getProperty("os.arch")
                + ", " + Charset.defaultCharset() + ", " + Locale.getDefault().toLanguageTag();
        symptoms.add(new Symptom("platform", Messages.doctor_platform, true, true, platform, ""));
        Path folder = UserFiles.standard().folder();
        String state = Files.isDirectory(folder) ? "" : Messages.doctor_notThere;
        symptoms.add(new Symptom("settings", Messages.doctor_settings, true, false, (folder + " " + state).strip(), ""));
        boolean reads = services.readers().stream().anyMatch(reader -> reader.reads(Path.of("paper.tex")));
        symptoms.add(part("reader", Messages.doctor_reader, reads));
        symptoms.add(part("writer", Messages.doctor_writer, services.writers().stream().anyMatch(writer -> writer.writes("latex"))));
        symptoms.add(part("checker", Messages.doctor_checker, services.checkService().isPresent()));
        symptoms.addAll(assistants());
        Optional<JobExecutor> jobs = services.jobExecutor();
        String workers = NLS.bind(Messages.doctor_workersDetail, jobs.map(JobExecutor::parallelism).orElse(1));
        symptoms.add(new Symptom("workers", Messages.doctor_workers, jobs.isPresent(), false, workers, ""));
        symptoms.addAll(services.modelStore().map(Examination::models).orElse(List.of(part("models", Messages.doctor_models, false))));
        symptoms.add(tools("latex", "LaTeX", LATEX, Messages.doctor_adviceLatex));
        symptoms.add(program("libreoffice", "LibreOffice", ExternalProgram.LIBRE_OFFICE, Messages.doctor_adviceLibreOffice));
        symptoms.add(program("pandoc", "pandoc", ExternalProgram.PANDOC, Messages.doctor_advicePandoc));
        return symptoms;
    }

    private static Symptom java() {
        boolean works = Runtime.version().feature() >= OLDEST_JAVA;
        String detail = Runtime.version() + ", " + System.getProperty("java.vendor") + ", " + System.getProperty("java.home");
        return new Symptom("java", "Java", works, true, detail, works ? "" : NLS.bind(Messages.doctor_adviceJava, OLDEST_JAVA));
    }

    private static Symptom memory() {
        long limit = Runtime.getRuntime().maxMemory() / MIB;
        boolean works = limit >= LEAST_MEMORY_MIB;
        String detail = NLS.bind(
                Messages.doctor_memoryDetail, limit, Runtime.getRuntime().availableProcessors());
        String advice = works ? "" : NLS.bind(Messages.doctor_adviceMemory, LEAST_MEMORY_MIB);
        return new Symptom("memory", Messages.doctor_memory, works, false, detail, advice);
    }

    private static Symptom part(String id, String title, boolean works) {
        return works
                ? new Symptom(id, title, true, true, Messages.doctor_works, "")
                : new Symptom(id, title, false, true, Messages.doctor_missing, Messages.doctor_adviceInstall);
    }

    private List<Symptom> assistants() {
        List<BlockAssistant> found = services.blockAssistants();
        if (found.isEmpty()) {
            return List.of(part("assistants", Messages.doctor_assistants, false));
        }
        List<Symptom> symptoms = new ArrayList<>();
        for (BlockAssistant assistant : found) {
            List<String> languages = LANGUAGES.stream().filter(assistant::supports).toList();
            List<String> without = LANGUAGES.stream().filter(language -> !languages.contains(language)).toList();
            boolean needed = isNeeded(assistant, found);
            String advice = without.isEmpty() || !needed ? "" : NLS.bind(Messages.doctor_adviceLanguages, String.join(", ", without));
            symptoms.add(new Symptom(
                    "assistant:" + assistant.origin().name(),
                    assistant.origin().toString(),
                    !languages.isEmpty(),
                    needed,
                    languages.isEmpty() ? Messages.doctor_missing : String.join(", ", languages),
                    advice));
        }
        return symptoms;
    }

    /** Whether nothing else that works finds what it is there to find. */
    private static boolean isNeeded(BlockAssistant assistant, List<BlockAssistant> all) {
        List<BlockAssistant> others = all.stream()
                .filter(other -> other != assistant && LANGUAGES.stream().anyMatch(other::supports))
                .toList();
        return assistant.categories().stream()
                .anyMatch(category -> others.stream().noneMatch(other -> other.categories().contains(category)));
    }

    private static List<Symptom> models(ModelStore store) {
        ModelStore.Contents contents = store.read();
        List<String> ids = contents.models().stream().map(InstalledModel::id).toList();
        List<Symptom> symptoms = new ArrayList<>();
        String found = ids.isEmpty() ? NLS.bind(Messages.doctor_noModels, store.folder()) : String.join(", ", ids);
        String advice = ids.isEmpty() ? Messages.doctor_adviceModels : "";
        symptoms.add(new Symptom("models", Messages.doctor_models, !ids.isEmpty(), false, found, advice));
        contents.problems().forEach(problem ->
                symptoms.add(new Symptom("model", Messages.doctor_models, false, false, problem, "")));
        return symptoms;
    }

    private Symptom tools(String id, String title, List<String> names, String advice) {
        return tool(id, title, names.stream().flatMap(name -> ExternalProgram.find(name, environment).stream()).toList(), advice);
    }

    private Symptom program(String id, String title, ExternalProgram program, String advice) {
        return tool(id, title, program.find(environment).stream().toList(), advice);
    }

    private static Symptom tool(String id, String title, List<Path> found, String advice) {
        String names = String.join(", ", found.stream().map(Path::toString).toList());
        return found.isEmpty()
                ? new Symptom(id, title, false, false, Messages.doctor_notFound, advice)
                : new Symptom(id, title, true, false, names, "");
    }
}
