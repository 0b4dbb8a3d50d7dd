package org.scholion.benchmarks;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A program that measures itself: it gets numbers on a line and answers with an object on a line. */
final class Peer implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    private Peer(Process process) {
        this.process = process;
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = process.outputWriter(StandardCharsets.UTF_8);
    }

    static Peer start(List<String> command) throws IOException {
        return new Peer(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    JsonObject measure(int... numbers) throws IOException {
        questions.write(IntStream.of(numbers).mapToObj(String::valueOf).collect(Collectors.joining(" ")) + "\n");
        questions.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new EOFException("the peer ended: " + process.info().commandLine().orElse(""));
        }
        return JsonParser.parseString(answer).getAsJsonObject();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
