package org.tocsin.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Passes TCP connections on to a port, until it is cut: then there are none, and no new ones. */
final class Proxy implements AutoCloseable {
  private final int target;
  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private Proxy(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::acceptAll);
  }

  static Proxy to(int target) throws IOException {
    return new Proxy(target);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Ends all connections; every new one is ended at once. */
  void cut() throws IOException {
    cut = true;
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** Passes on again. */
  void mend() {
    cut = false;
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        accept(server.accept());
      } catch (IOException e) {
        // This is closed.
      }
    }
  }

  private void accept(Socket client) throws IOException {
    open.add(client);
    Socket broker = null;
    try {
      broker = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(broker);
    } catch (IOException e) {
      // The broker is down: said below, or the client would wait for an answer until its time-out.
    }
    if (cut || broker == null) {
      end(client);
      end(broker);
      return;
    }
    Socket server = broker;
    daemon(() -> pass(client, server));
    daemon(() -> pass(server, client));
  }

  private void end(@Nullable Socket socket) throws IOException {
    if (socket != null) {
      open.remove(socket);
      socket.close();
    }
  }

  private void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side has ended; so does the other.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
  }
}
