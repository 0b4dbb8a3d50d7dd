package org.scholion.inference.remote.internal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.scholion.inference.Generator;
import org.scholion.inference.ModelException;
import org.scholion.inference.RemoteModel;
import org.scholion.text.CancelledException;

class OpenAiGeneratorContractTest extends GeneratorContract {

    static final List<String> TOKENS = List.of("one", " ", "\\ud83d", "\\ude00", " th", "ree");

    private final Loading loading = new Loading();
    private final FakeServer server = new FakeServer(OpenAiGeneratorContractTest::tokens);

    @AfterEach
    void close() throws IOException {
        loading.close();
        server.close();
    }

    private static FakeServer.Answer tokens(FakeServer.Seen request) {
        JsonObject body = JsonParser.parseString(request.body()).getAsJsonObject();
        int count = Math.min(body.get("max_tokens").getAsInt(), TOKENS.size());
        List<String> events = new ArrayList<>();
        for (String token : TOKENS.subList(0, count)) {
            events.add("{\"choices\":[{\"index\":0,\"text\":\"" + token + "\",\"finish_reason\":null}]}");
        }
        String reason = count < TOKENS.size() ? "length" : "stop";
        events.add("{\"choices\":[{\"index\":0,\"text\":\"\",\"finish_reason\":\"" + reason + "\"}]}");
        events.add("{\"choices\":[],\"usage\":{\"prompt_tokens\":2,\"completion_tokens\":" + count + "}}");
        events.add("[DONE]");
        return FakeServer.events(events.toArray(String[]::new));
    }

    @Override
    Generator generator() throws ModelException, CancelledException {
        return loading.service(Loading.openAi(server, RemoteModel.Kind.COMPLETIONS), Generator.class);
    }
}
