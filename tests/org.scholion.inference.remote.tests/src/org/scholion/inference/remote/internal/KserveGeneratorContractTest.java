package org.scholion.inference.remote.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.scholion.inference.Generator;
import org.scholion.inference.ModelException;
import org.scholion.inference.RemoteModel;
import org.scholion.text.CancelledException;

class KserveGeneratorContractTest extends GeneratorContract {

    private final Loading loading = new Loading();
    private final FakeServer server = new FakeServer(new FakeKserve("[-1,1]", List.of())::answer);

    @AfterEach
    void close() throws IOException {
        loading.close();
        server.close();
    }

    @Override
    Generator generator() throws ModelException, CancelledException {
        return loading.service(
                FakeKserve.model(
                        server,
                        "writer",
                        RemoteModel.Kind.COMPLETIONS,
                        Optional.empty(),
                        List.of(),
                        RemoteModel.Activation.NONE),
                Generator.class);
    }
}
