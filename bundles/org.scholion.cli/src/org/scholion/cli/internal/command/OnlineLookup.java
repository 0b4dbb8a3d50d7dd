package org.scholion.cli.internal.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.cli.internal.Arguments;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.MissingPartException;
import org.scholion.cli.internal.Services;
import org.scholion.cli.internal.UsageException;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.ReferenceFiles;
import org.scholion.library.edit.ReferenceEntries;
import org.scholion.library.online.OnlineAnswer;
import org.scholion.library.online.OnlineLibrary;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.ReferenceCheck;
import org.scholion.library.online.WorkNotice;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import picocli.CommandLine.Model.CommandSpec;

/** Asks sources on the Internet: those alone that {@code --source} names, for this one call. */
final class OnlineLookup {

    private static final String SOURCE = "--source";
    private static final String MAIL = "--mail";

    private final Console console;
    private final OnlineLibrary online;

    private OnlineLookup(Console console, OnlineLibrary online) {
        this.console = console;
        this.online = online;
    }

    static void addOptions(CommandSpec spec) {
        String names = String.join(", ", List.of(OnlineSource.values()).stream().map(OnlineLookup::word).toList());
        spec.addOption(Arguments.values("SOURCE", NLS.bind(Messages.library_source, names), SOURCE));
        spec.addOption(Arguments.value("ADDRESS", Messages.library_mail, MAIL));
    }

    /** Says what is sent; nothing where no source is named. */
    static Optional<OnlineLookup> of(Services services, Arguments arguments, Console console)
            throws UsageException, MissingPartException {
        Set<OnlineSource> on = Set.copyOf(arguments.choices(SOURCE, List.of(OnlineSource.values()), OnlineLookup::word));
        if (on.isEmpty()) {
            return Optional.empty();
        }
        String mail = arguments.value(MAIL).orElse("");
        if (!mail.isEmpty() && !OnlineSettings.isMail(mail)) {
            throw new UsageException(NLS.bind(Messages.library_noMail, mail));
        }
        on.stream().sorted().forEach(source -> console.say(source.sent()));
        OnlineSettings settings = new OnlineSettings(on, mail, Map.of(), Map.of(), Optional.empty());
        return Optional.of(new OnlineLookup(
                console, services.onlineSources().orElseThrow(() -> new MissingPartException(Messages.missing_library)).with(settings)));
    }

    private static String word(OnlineSource source) {
        return source.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Prints what is found as BibTeX. */
    void search(String query, int limit, boolean biblatex, CancelToken cancel) throws LibraryException, CancelledException {
        OnlineAnswer<Reference> answer = online.search(query, limit, cancel);
        answer.failures().forEach(failure -> console.say(String.valueOf(failure.getMessage())));
        console.out().print(ReferenceEntries.file(answer.found(), biblatex));
    }

    /**
     * Tells of each reference of a file whether it exists, and what was published about it later.
     *
     * @return how many are doubtful
     */
    int check(Path file, CancelToken cancel) throws LibraryException, CancelledException {
        int doubtful = 0;
        for (Reference reference : ReferenceFiles.read(file, cancel).references()) {
            cancel.check();
            ReferenceCheck check = online.check(reference, cancel);
            boolean wrong = check.verdict() == ReferenceCheck.Verdict.NOT_FOUND || check.verdict() == ReferenceCheck.Verdict.SIMILAR;
            if (wrong) {
                console.out().println(console.style().place(reference.key()) + ' ' + verdict(check));
            }
            for (ReferenceCheck.Difference difference : check.differences()) {
                Object[] parts = {difference.part().name().toLowerCase(Locale.ROOT), difference.own(), difference.found()};
                console.out().println("    " + NLS.bind(Messages.library_differs, parts));
            }
            int notices = 0;
            for (WorkNotice notice : online.notices(reference, cancel).found()) {
                boolean grave = notice.kind() == WorkNotice.Kind.RETRACTED || notice.kind() == WorkNotice.Kind.CONCERN;
                notices += grave ? 1 : 0;
                String kind = notice.kind().name().toLowerCase(Locale.ROOT);
                String text = NLS.bind(Messages.library_notice, new Object[] {kind, notice.source().title(), notice.doi()});
                console.out().println(console.style().place(reference.key()) + ' ' + text);
            }
            doubtful += wrong || notices > 0 ? 1 : 0;
        }
        return doubtful;
    }

    private static String verdict(ReferenceCheck check) {
        return check.verdict() == ReferenceCheck.Verdict.NOT_FOUND
                ? Messages.library_notFound
                : NLS.bind(Messages.library_similar, check.match().map(match -> match.reference().title()).orElse(""));
    }
}
