package org.scholion.inference;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.internal.remote.Messages;
import org.scholion.inference.internal.remote.RemoteModelJson;

/**
 * A model on a server that the user named, as it stands in the file {@value #FILE} of the folder of the model. A folder with such a file
 * is made only when the user adds a server, never by an installation or an import: it is what allows texts to leave the machine.
 * Impossible values are an {@link IllegalArgumentException} with a message for the user.
 *
 * @param protocol how the server is spoken to
 * @param address {@code http} or {@code https}, with the path before that of the protocol, such as {@code https://host/v1} for
 *     {@link Protocol#OPENAI} and {@code https://host} for {@link Protocol#KSERVE_V2}; without a slash at the end
 * @param model the name that the server has for it
 * @param kind what it does there
 * @param secret under which name {@link Secrets} has the key; empty when the server wants none
 * @param timeoutSeconds how long the server may be silent, 1 to 3600
 * @param contextTokenCount the longest input with its output, in tokens of the model, 16 to 100,000,000
 * @param dimension the length of the vectors of {@link Kind#EMBEDDINGS}; when empty the server is asked when the model is loaded
 * @param tensors for {@link Kind#EMBEDDINGS} and {@link Kind#CLASSIFICATION} by {@link Protocol#KSERVE_V2}
 * @param labels of {@link Kind#CLASSIFICATION}, in the order of the values of the server
 * @param activation what makes scores of the values of the server, for {@link Kind#CLASSIFICATION}
 */
public record RemoteModel(
        Protocol protocol,
        URI address,
        String model,
        Kind kind,
        Optional<String> secret,
        int timeoutSeconds,
        int contextTokenCount,
        Optional<Integer> dimension,
        Optional<Tensors> tensors,
        List<String> labels,
        Activation activation) {

    /** The name of the file. */
    public static final String FILE = "remote.json";

    /** Long enough for the first token after a long prompt on a busy server. */
    public static final int DEFAULT_TIMEOUT_SECONDS = 120;

    /** How a server is spoken to. */
    public enum Protocol {
        /** The interface of OpenAI, which llama.cpp, vLLM, Ollama and many others offer as well. */
        OPENAI,
        /** The open inference protocol by REST, with Triton's extension for generation. */
        KSERVE_V2
    }

    /** What the model does. */
    public enum Kind {
        /** Answers conversations; {@link Protocol#OPENAI} only. */
        CHAT(4096),
        /** Goes on from a text as it is. */
        COMPLETIONS(4096),
        /** Makes vectors. */
        EMBEDDINGS(512),
        /** Gives labels; {@link Protocol#KSERVE_V2} only. */
        CLASSIFICATION(512);

        private final int defaultContextTokenCount;

        Kind(int defaultContextTokenCount) {
            this.defaultContextTokenCount = defaultContextTokenCount;
        }

        /** What is taken for granted when the user says nothing. */
        public int defaultContextTokenCount() {
            return defaultContextTokenCount;
        }
    }

    /** What makes scores of the values of a server. */
    public enum Activation {
        /** They are scores. */
        NONE,
        /** Labels exclude each other. */
        SOFTMAX,
        /** Each label stands for itself. */
        SIGMOID
    }

    /**
     * Names of tensors on the server.
     *
     * @param input texts
     * @param pair second texts of pairs
     * @param output numbers, one row for each text
     */
    public record Tensors(String input, Optional<String> pair, String output) {
        public Tensors {
            require(!input.isBlank() && !output.isBlank() && !pair.equals(Optional.of("")), Messages.Model_tensors);
        }
    }

    public RemoteModel {
        address = checked(address);
        require(!model.isBlank() && model.chars().noneMatch(Character::isISOControl), Messages.Model_name);
        boolean possible =
                switch (kind) {
                    case CHAT -> protocol == Protocol.OPENAI;
                    case COMPLETIONS, EMBEDDINGS -> true;
                    case CLASSIFICATION -> protocol == Protocol.KSERVE_V2;
                };
        require(possible, NLS.bind(Messages.Model_kind, RemoteModelJson.name(protocol), RemoteModelJson.name(kind)));
        require(secret.map(name -> !name.isBlank() && name.length() <= 200).orElse(true), Messages.Model_secret);
        require(timeoutSeconds >= 1 && timeoutSeconds <= 3600, NLS.bind(Messages.Model_timeout, timeoutSeconds));
        require(contextTokenCount >= 16 && contextTokenCount <= 100_000_000, NLS.bind(Messages.Model_context, contextTokenCount));
        int length = dimension.orElse(1);
        require(length >= 1 && length <= 65_536, NLS.bind(Messages.Model_dimension, length));
        boolean wantsTensors = protocol == Protocol.KSERVE_V2 && kind != Kind.COMPLETIONS;
        require(tensors.isPresent() == wantsTensors, Messages.Model_tensors);
        labels = List.copyOf(labels);
        boolean good = new HashSet<>(labels).size() == labels.size() && labels.stream().noneMatch(String::isBlank);
        require(good && labels.isEmpty() == (kind != Kind.CLASSIFICATION), Messages.Model_labels);
    }

    /** A model on a server with OpenAI's interface, with what is taken for granted when the user says nothing more. */
    public static RemoteModel openAi(URI address, String model, Kind kind) {
        return new RemoteModel(
                Protocol.OPENAI,
                address,
                model,
                kind,
                Optional.empty(),
                DEFAULT_TIMEOUT_SECONDS,
                kind.defaultContextTokenCount(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Activation.NONE);
    }

    /** This model with the name of a key. */
    public RemoteModel withSecret(String name) {
        return new RemoteModel(
                protocol, address, model, kind, Optional.of(name), timeoutSeconds, contextTokenCount, dimension, tensors, labels, activation);
    }

    /**
     * The address that a user typed. Without a scheme it is {@code https}, on this machine {@code http}: a key travels in the clear only
     * when the user wrote {@code http} or it does not leave the machine.
     */
    public static URI parseAddress(String text) {
        String typed = text.strip();
        try {
            if (typed.matches("(?i)[a-z][a-z0-9+.-]*://.*")) {
                return checked(new URI(typed));
            }
            URI secure = checked(new URI("https://" + typed));
            return isLoopback(secure) ? checked(new URI("http://" + typed)) : secure;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(NLS.bind(Messages.Address_broken, text), e);
        }
    }

    /** Whether an address names this machine, without asking anybody. */
    public static boolean isLoopback(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.endsWith(".localhost") || host.matches("127\\.\\d+\\.\\d+\\.\\d+") || host.equals("[::1]");
    }

    /**
     * Reads the file in a folder.
     *
     * @throws ModelException when it is missing, broken, too large or says something impossible; names the file
     */
    public static RemoteModel read(Path folder) throws ModelException {
        return RemoteModelJson.read(folder.resolve(FILE));
    }

    /**
     * Writes the file into a folder, which is made where it is missing.
     *
     * @throws ModelException names the file
     */
    public void write(Path folder) throws ModelException {
        RemoteModelJson.write(this, folder.resolve(FILE));
    }

    private static URI checked(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        require(scheme.equals("https") || scheme.equals("http"), NLS.bind(Messages.Address_scheme, withoutUser(address)));
        boolean bare = address.getRawUserInfo() == null && address.getRawQuery() == null && address.getRawFragment() == null;
        require(bare, NLS.bind(Messages.Address_extras, withoutUser(address)));
        require(address.getHost() != null && address.getPort() <= 65_535, NLS.bind(Messages.Address_broken, withoutUser(address)));
        String text = address.toString().replaceFirst("/+$", "");
        return URI.create(scheme + text.substring(scheme.length()));
    }

    /** Messages show no password. */
    private static String withoutUser(URI address) {
        return address.toString().replaceFirst("//[^/@]*@", "//");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
