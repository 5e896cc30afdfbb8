package org.tocsin.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A self-signed certificate of 127.0.0.1, made by the JDK's keytool. */
record Certificate(Path keyStore, Path pem) {
  private static final String PASSWORD = "only-for-tests";

  static Certificate make() throws IOException, InterruptedException {
    Path folder = Tree.newFolder("certificate");
    Certificate made = new Certificate(folder.resolve("broker.p12"), folder.resolve("broker.pem"));
    String[] store = {"-keystore", made.keyStore.toString(), "-storepass", PASSWORD};
    keytool("-genkeypair", "-alias", "broker", "-keyalg", "RSA", "-storetype", "PKCS12")
        .with("-dname", "CN=127.0.0.1", "-ext", "SAN=ip:127.0.0.1")
        .with(store)
        .run("keytool");
    Child export =
        keytool("-exportcert", "-rfc", "-alias", "broker", "-file", made.pem.toString())
            .with(store)
            .run("keytool");
    if (export.exitCode() != 0) {
      throw new AssertionError(export.tail());
    }
    return made;
  }

  private static Command keytool(String... arguments) {
    return Command.of(System.getProperty("java.home") + "/bin/keytool").with(arguments);
  }

  /** Lines of a broker's configuration. */
  String server() {
    return """
        ssl.keystore.type=PKCS12
        ssl.keystore.location=%s
        ssl.keystore.password=%s
        ssl.truststore.type=PEM
        ssl.truststore.location=%s
        """
        .formatted(keyStore, PASSWORD, pem);
  }

  /** Properties of a client that logs in. */
  Map<String, Object> client(String user, String password) {
    return Map.of(
        "security.protocol",
        "SASL_SSL",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(user, password),
        "ssl.truststore.type",
        "PEM",
        "ssl.truststore.location",
        pem.toString());
  }
}
