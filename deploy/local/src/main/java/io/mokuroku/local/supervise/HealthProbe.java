package io.mokuroku.local.supervise;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;

/**
 * Asks a process whether it is ready.
 */
final class HealthProbe {

	private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(5).toMillis();

	private HealthProbe() {
	}

	static boolean isHealthy(Launch launch) {
		try {
			if (!(launch.health().toURL().openConnection() instanceof HttpURLConnection connection)) {
				return false;
			}
			connection.setConnectTimeout(PATIENCE_MILLIS);
			connection.setReadTimeout(PATIENCE_MILLIS);
			try {
				int status = connection.getResponseCode();
				return launch.anyAnswer() ? status > 0 : status == HttpURLConnection.HTTP_OK;
			}
			finally {
				connection.disconnect();
			}
		}
		catch (IOException _) {
			return false;
		}
	}

}
