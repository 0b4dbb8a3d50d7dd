package org.scholion.inference.remote.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.scholion.inference.Encoder;
import org.scholion.inference.ModelException;
import org.scholion.inference.RemoteModel;
import org.scholion.text.CancelledException;

class KserveEncoderTest extends EncoderContract {

    private final Loading loading = new Loading();
    private final FakeServer server = new FakeServer(new FakeKserve("[-1]", List.of())::answer);

    @AfterEach
    void close() throws IOException {
        loading.close();
        server.close();
    }

    @Override
    Encoder encoder() throws ModelException, CancelledException {
        return loading.service(
                FakeKserve.model(
                        server,
                        "lengths",
                        RemoteModel.Kind.EMBEDDINGS,
                        Optional.of(FakeKserve.NAMES),
                        List.of(),
                        RemoteModel.Activation.NONE),
                Encoder.class);
    }
}
