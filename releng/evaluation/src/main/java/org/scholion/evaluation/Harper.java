package org.scholion.evaluation;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.scholion.text.TextRange;

/** Harper with its default rules, a grammar checker in Rust, as its package for Node gives it: one process, which {@code harper.mjs} is. */
final class Harper implements Peer, AutoCloseable {

    private static final String SCRIPT = "harper.mjs";
    private static final int SECONDS_TO_END = 10;
    private static final Gson GSON = new Gson();

    private final Path folder;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;
    private final String version;

    private Harper(Path folder) throws IOException {
        this.folder = folder;
        process = new ProcessBuilder("node", folder.resolve(SCRIPT).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = process.outputWriter(StandardCharsets.UTF_8);
        JsonObject ready = JsonParser.parseString(answer()).getAsJsonObject();
        version = ready.get("harper").getAsString() + " on Node " + ready.get("node").getAsString();
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param folder with {@code harper.mjs}, and harper.js in its {@code node_modules}
     */
    static Harper start(Path folder) throws IOException {
        return new Harper(folder);
    }

    /** Its version and that of Node. */
    String version() {
        return version;
    }

    @Override
    public String name() {
        return "Harper";
    }

    @Override
    public List<Match> matches(String text, String language) throws IOException {
        try {
            questions.write(GSON.toJson(Map.of("text", text, "language", language)));
            questions.write('\n');
            questions.flush();
        } catch (IOException e) {
            throw ended(e);
        }
        return matches(answer());
    }

    /** What an answer says. */
    static List<Match> matches(String answer) {
        return StreamSupport.stream(JsonParser.parseString(answer).getAsJsonArray().spliterator(), false)
                .map(element -> match(element.getAsJsonObject()))
                .toList();
    }

    private static Match match(JsonObject lint) {
        List<String> replacements = StreamSupport.stream(lint.getAsJsonArray("replacements").spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
        return new Match(
                new TextRange(lint.get("start").getAsInt(), lint.get("end").getAsInt()),
                lint.get("rule").getAsString(),
                lint.get("kind").getAsString().equals("Spelling"),
                () -> replacements);
    }

    private String answer() throws IOException {
        String answer = answers.readLine();
        if (answer == null) {
            throw ended(null);
        }
        return answer;
    }

    private IOException ended(IOException cause) {
        return new IOException(
                "Harper's process ended; standard error says why. Try `node " + folder.resolve(SCRIPT) + "`, or delete " + folder
                        + " so that it is installed anew",
                cause);
    }

    /** Ends the process. */
    @Override
    public void close() throws IOException {
        try {
            questions.close();
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
