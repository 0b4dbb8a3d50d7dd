package org.scholion.inference.remote.internal;

import java.util.Set;
import java.util.function.Function;
import org.scholion.inference.Device;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelService;
import org.scholion.inference.Turns;

/** A model on a server: one role and the connections, which closing cuts. */
final class RemoteLoadedModel implements LoadedModel {

    private final Server server;
    private final Device device;
    private final Class<? extends ModelService> role;
    private final Function<Turns, ? extends ModelService> service;

    /** @param service makes the model in its role */
    <S extends ModelService> RemoteLoadedModel(Server server, Device device, Class<S> role, Function<Turns, S> service) {
        this.server = server;
        this.device = device;
        this.role = role;
        this.service = service;
    }

    @Override
    public Device device() {
        return device;
    }

    @Override
    public long memoryBytes() {
        return 0;
    }

    @Override
    public Set<Class<? extends ModelService>> roles() {
        return Set.of(role);
    }

    @Override
    public <S extends ModelService> S service(Class<S> wanted, Turns turns) {
        if (wanted != role) {
            throw new IllegalArgumentException("no " + wanted.getSimpleName() + " but " + role.getSimpleName());
        }
        return wanted.cast(service.apply(turns));
    }

    @Override
    public void close() {
        server.close();
    }
}
