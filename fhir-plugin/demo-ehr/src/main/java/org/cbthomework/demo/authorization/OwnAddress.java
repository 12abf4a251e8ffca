package org.cbthomework.demo.authorization;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes a request say that it was sent to the issuer: nobody chooses the issuer of a token by a Host header. */
final class OwnAddress extends OncePerRequestFilter {

    private final Issuer issuer;

    OwnAddress(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Addressed(request, issuer.uri()), response);
    }

    private static final class Addressed extends HttpServletRequestWrapper {

        private final URI address;

        Addressed(HttpServletRequest request, URI address) {
            super(request);
            this.address = address;
        }

        @Override
        public String getScheme() {
            return address.getScheme();
        }

        @Override
        public String getServerName() {
            return address.getHost();
        }

        @Override
        public int getServerPort() {
            int standard = "https".equals(address.getScheme()) ? 443 : 80;
            return address.getPort() == -1 ? standard : address.getPort();
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(address.toString()).append(getRequestURI());
        }
    }
}
