using System.Diagnostics;
using System.Text.Json;

namespace FlowLab.Host.Profiles;

/// <summary>
/// The first updates of every profile in the trace event format of Chrome, which chrome://tracing and ui.perfetto.dev show: a process per cell, with a row
/// of updates above one of their kernels and products. Times are microseconds from the first update.
/// </summary>
internal static class ChromeTrace
{
    private const int Shown = 5;
    private const int Updates = 0;
    private const int Work = 1;

    public static void Write(Stream stream, IReadOnlyList<CellProfile> cells)
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("displayTimeUnit", "ms");
        json.WriteStartArray("traceEvents");
        for (int cell = 0; cell < cells.Count; cell++)
            WriteCell(json, cell, cells[cell]);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, int process, CellProfile cell)
    {
        long origin = cell.Steps[0].Start;
        WriteName(json, process, "process_name", Updates, cell.Cell);
        WriteName(json, process, "thread_name", Updates, "updates");
        WriteName(json, process, "thread_name", Work, "kernels and products");
        foreach (ProfiledStep step in cell.Steps.Take(Shown))
        {
            WriteEvent(json, process, Updates, origin, new ProfiledWork("update", step.Start, step.End, 0, 0));
            foreach (ProfiledWork work in step.Work)
                WriteEvent(json, process, Work, origin, work);
        }
    }

    private static void WriteName(Utf8JsonWriter json, int process, string what, int thread, string name)
    {
        json.WriteStartObject();
        json.WriteString("ph", "M");
        json.WriteString("name", what);
        json.WriteNumber("pid", process);
        json.WriteNumber("tid", thread);
        json.WriteStartObject("args");
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter json, int process, int thread, long origin, ProfiledWork work)
    {
        json.WriteStartObject();
        json.WriteString("ph", "X");
        json.WriteString("name", work.Name);
        json.WriteNumber("pid", process);
        json.WriteNumber("tid", thread);
        json.WriteNumber("ts", Stopwatch.GetElapsedTime(origin, work.Start).TotalMicroseconds);
        json.WriteNumber("dur", Stopwatch.GetElapsedTime(work.Start, work.End).TotalMicroseconds);
        json.WriteStartObject("args");
        json.WriteNumber("bytes", work.Bytes);
        json.WriteNumber("flop", work.Operations);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
