package com.brixton.ops;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Operations page: printers and their queues. web.xml restricts /ops/* to the role "operator".
 */
public class PrinterStatusServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private Set<String> printers;

    @Override
    public void init() throws ServletException {
        printers = Set.of(getInitParameter("printers").split("\\s*,\\s*"));
    }

    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        resp.setContentType("text/plain");
        resp.setCharacterEncoding("UTF-8");
        PrintWriter out = resp.getWriter();
        String printer = req.getParameter("printer");
        if (printer == null || printer.isEmpty()) {
            for (String known : printers) {
                out.println(known);
            }
            return;
        }
        if (!printers.contains(printer)) {
            resp.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        writeQueue(printer, out);
    }

    private void writeQueue(String printer, PrintWriter out) throws IOException {
        String[] command = {"/usr/bin/lpstat", "-o", printer};
        Process process = Runtime.getRuntime().exec(command);
        try (BufferedReader lines = reader(process)) {
            copy(lines, out);
        } finally {
            process.destroy();
        }
    }

    static void copy(BufferedReader from, PrintWriter to) throws IOException {
        String line;
        for (int n = 0; n < 50 && (line = from.readLine()) != null; n++) {
            to.println(line);
        }
    }

    static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
