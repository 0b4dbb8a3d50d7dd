package org.scholion.cli.internal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.Passwords;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The passwords of protected documents: the first line of a file, the environment, or what is typed at the terminal, in this order. They
 * are no arguments, which everybody on the machine can see. Thread-safe.
 */
public final class DocumentPasswords implements Passwords {

    /** The variable of the environment. */
    static final String VARIABLE = "SCHOLION_PASSWORD";

    private static final String FILE = "--password-file";

    private final Optional<String> known;
    private final Function<String, Optional<String>> prompt;
    private final Map<Path, String> typed = new ConcurrentHashMap<>();
    private final Set<Path> missing = ConcurrentHashMap.newKeySet();

    private DocumentPasswords(Optional<String> known, Function<String, Optional<String>> prompt) {
        this.known = known;
        this.prompt = prompt;
    }

    /** Adds the option that names the file. */
    public static void addOption(CommandSpec spec) {
        spec.addOption(Arguments.value("FILE", Messages.option_passwordFile, FILE));
    }

    /** @throws FileException when the file that the option names cannot be read */
    public static DocumentPasswords of(Arguments arguments, Console console) throws FileException {
        return of(arguments.value(FILE), console.folder(), System.getenv(), console::askSecret);
    }

    /** @param prompt asks a question and gives what is typed, without showing it; empty when there is nobody to ask */
    static DocumentPasswords of(
            Optional<String> file, Path folder, Map<String, String> environment, Function<String, Optional<String>> prompt)
            throws FileException {
        Optional<String> known = file.isPresent()
                ? Optional.of(firstLine(folder, file.get()))
                : Optional.ofNullable(environment.get(VARIABLE)).filter(password -> !password.isEmpty());
        return new DocumentPasswords(known, prompt);
    }

    @Override
    public Optional<String> passwordOf(Path document, boolean refused) {
        if (known.isPresent()) {
            return known.filter(password -> !refused);
        }
        if (!refused && typed.containsKey(document)) {
            return Optional.ofNullable(typed.get(document));
        }
        String question = NLS.bind(refused ? Messages.password_again : Messages.password_question, document.getFileName());
        Optional<String> answer = prompt.apply(question).filter(password -> !password.isEmpty());
        answer.ifPresentOrElse(password -> typed.put(document, password), () -> missing.add(document));
        return answer;
    }

    /** A sentence, after a space, on how to give the password of a document that was asked for in vain; empty for others. */
    String advice(Path document) {
        return missing.contains(document) ? ' ' + NLS.bind(Messages.password_advice, FILE, VARIABLE) : "";
    }

    private static String firstLine(Path folder, String name) throws FileException {
        try {
            return Files.readString(folder.resolve(name)).lines().findFirst().orElse("");
        } catch (CharacterCodingException notText) {
            throw new FileException(NLS.bind(Messages.input_unreadable, name, "UTF-8"), notText);
        } catch (IOException | InvalidPathException unreadable) {
            throw new FileException(NLS.bind(Messages.input_unreadable, name, unreadable.getMessage()), unreadable);
        }
    }
}
