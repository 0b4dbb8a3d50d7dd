package org.scholion.cli.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.cli.internal.Arguments;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.MissingPartException;
import org.scholion.cli.internal.Services;
import org.scholion.cli.internal.UsageException;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelTask;
import org.scholion.inference.RemoteModel;
import org.scholion.inference.RemoteModel.Kind;
import org.scholion.inference.Secrets;
import org.scholion.inference.store.InstalledModel;
import org.scholion.inference.store.ModelStore;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code models connect}: adds a model on a server that the user names, and keeps its key. */
final class ServerConnection {

    private static final String MODEL = "--model";
    private static final String KIND = "--kind";
    private static final String SECRET = "--secret";

    private final Services services;
    private final Console console;

    ServerConnection(Services services, Console console) {
        this.services = services;
        this.console = console;
    }

    static void addOptions(CommandSpec spec) {
        spec.addOption(Arguments.value("MODEL", Messages.models_remoteModel, MODEL));
        spec.addOption(Arguments.value("KIND", Messages.models_remoteKind, KIND));
        spec.addOption(Arguments.value("NAME", Messages.models_remoteSecret, SECRET));
    }

    /**
     * @param target an address, or a {@value RemoteModel#FILE} with more than the options can say
     * @param id of the new model, if it is not to be made from the name that the server has for it
     */
    InstalledModel connect(
            String target, Arguments arguments, ModelStore store, Optional<String> id, Optional<String> name, CancelToken cancel)
            throws UsageException, ModelException, CancelledException, MissingPartException {
        RemoteModel server = server(target, arguments);
        if (server.secret().isPresent()) {
            keepKey(server.secret().get());
        }
        ModelTask task = switch (server.kind()) {
            case CHAT, COMPLETIONS -> ModelTask.GENERATION;
            case EMBEDDINGS -> ModelTask.EMBEDDING;
            case CLASSIFICATION -> ModelTask.CLASSIFICATION;
        };
        ModelStore.Identity identity = new ModelStore.Identity(
                id.orElse(ModelsCommand.idOf(server.model())), name.orElse(server.model()), task, List.of(), Messages.models_unknownLicence);
        return store.addServer(identity, server, cancel);
    }

    private RemoteModel server(String target, Arguments arguments) throws UsageException, ModelException {
        try {
            Path file = console.folder().resolve(target);
            if (file.endsWith(RemoteModel.FILE) && Files.isRegularFile(file)) {
                return withSecret(RemoteModel.read(file.getParent()), arguments);
            }
            String model = arguments.value(MODEL).orElseThrow(() -> new UsageException(Messages.models_remoteModelMissing));
            Kind kind = arguments.choice(
                    KIND, List.of(Kind.CHAT, Kind.COMPLETIONS, Kind.EMBEDDINGS), one -> one.name().toLowerCase(Locale.ROOT), Kind.CHAT);
            return withSecret(RemoteModel.openAi(RemoteModel.parseAddress(target), model, kind), arguments);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static RemoteModel withSecret(RemoteModel server, Arguments arguments) {
        return arguments.value(SECRET).map(server::withSecret).orElse(server);
    }

    /** Takes the key from standard input, unless it is known. An empty line leaves it to the environment or to later. */
    private void keepKey(String name) throws ModelException, MissingPartException {
        Secrets secrets = services.secrets().orElseThrow(() -> new MissingPartException(Messages.missing_models));
        if (secrets.find(name).isPresent()) {
            return;
        }
        if (console.canAsk()) {
            console.err().print(NLS.bind(Messages.models_remoteKey, name) + ' ');
            console.err().flush();
        }
        String key = console.readLine();
        if (!key.isBlank()) {
            secrets.keep(name, key.strip());
        }
    }
}
