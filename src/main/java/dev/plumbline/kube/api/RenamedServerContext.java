package dev.plumbline.kube.api;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** TLS that asks for and checks another name than the address connected to: kubeconfig's {@code tls-server-name}. */
final class RenamedServerContext extends SSLContext {
    RenamedServerContext(SSLContext inner, String name) {
        super(new Renaming(inner, name), inner.getProvider(), inner.getProtocol());
    }

    private static final class Renaming extends SSLContextSpi {
        private final SSLContext inner;
        private final String name;

        private Renaming(SSLContext inner, String name) {
            this.inner = inner;
            this.name = name;
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return new RenamedServerEngine(inner.createSSLEngine(name, port), name);
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return new RenamedServerEngine(inner.createSSLEngine(), name);
        }

        @Override
        protected void engineInit(
                KeyManager @Nullable [] keys, TrustManager @Nullable [] trust, @Nullable SecureRandom random)
                throws KeyManagementException {
            throw new KeyManagementException("already initialised");
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            throw new UnsupportedOperationException("sockets would not be renamed");
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            throw new UnsupportedOperationException("a client only");
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return inner.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return inner.getClientSessionContext();
        }

        @Override
        protected javax.net.ssl.SSLParameters engineGetDefaultSSLParameters() {
            return inner.getDefaultSSLParameters();
        }

        @Override
        protected javax.net.ssl.SSLParameters engineGetSupportedSSLParameters() {
            return inner.getSupportedSSLParameters();
        }
    }
}
