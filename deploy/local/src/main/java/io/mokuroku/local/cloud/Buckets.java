package io.mokuroku.local.cloud;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * S3: S3Proxy over a directory, one subdirectory a bucket.
 */
final class Buckets implements AutoCloseable {

	private final S3Proxy server;

	private Buckets(S3Proxy server) {
		this.server = server;
	}

	static Buckets open(Path directory, String host, int port, List<String> names) throws IOException {
		Files.createDirectories(directory);
		for (String name : names) {
			Files.createDirectories(directory.resolve(name));
		}
		S3Proxy server = S3Proxy.builder()
			.blobStore(new FilesystemNio2BlobStore(directory.toString()))
			.endpoint(URI.create("http://" + host + ":" + port))
			.awsAuthentication(AuthenticationType.AWS_V2_OR_V4, LocalAddresses.ACCESS_KEY, LocalAddresses.SECRET_KEY)
			.jettyMaxThreads(24)
			.build();
		try {
			server.start();
		}
		catch (IOException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IOException("the bucket server does not start", ex);
		}
		return new Buckets(server);
	}

	int port() {
		return this.server.getPort();
	}

	@Override
	public void close() throws IOException {
		try {
			this.server.stop();
		}
		catch (Exception ex) {
			throw new IOException("the bucket server does not stop", ex);
		}
	}

}
