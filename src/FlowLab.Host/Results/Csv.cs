using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.VisualBasic.FileIO;

namespace FlowLab.Host.Results;

/// <summary>Comma-separated values as in RFC 4180, with LF at the end of every record.</summary>
public static class Csv
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static void AppendRecord(StringBuilder text, IReadOnlyList<string> fields)
    {
        for (int index = 0; index < fields.Count; index++)
            text.Append(index == 0 ? "" : ",").Append(Quote(fields[index], alone: fields.Count == 1));
        text.Append('\n');
    }

    /// <summary>
    /// A number with all its digits, the same in every culture. One that is not available is the word NaN, which readers of numbers take for a number that is missing; an
    /// empty field would not be one for all of them, and is left for what a row cannot have.
    /// </summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>As <see cref="Number(double)"/>; empty where there is no such number.</summary>
    public static string Number(double? value) => value is { } number ? Number(number) : "";

    /// <summary>A count, the same in every culture.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The records of a text as <see cref="AppendRecord"/> writes it.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Parse(string text)
    {
        using var reader = new StringReader(text);
        using var parser = new TextFieldParser(reader) { Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        List<IReadOnlyList<string>> records = [];
        while (parser.ReadFields() is { } fields)
            records.Add(fields);
        return records;
    }

    /// <summary>A record of one empty field is quoted, as an empty line would be no record.</summary>
    private static string Quote(string field, bool alone) =>
        field.AsSpan().ContainsAny(Special) || (alone && field.Length == 0)
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;
}
