using System.Buffers;
using System.Text;

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

    /// <summary>The records of a text that <see cref="AppendRecord"/> wrote.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Parse(string text)
    {
        List<IReadOnlyList<string>> records = [];
        for (int position = 0; position < text.Length;)
            records.Add(ParseRecord(text, ref position));
        return records;
    }

    /// <summary>A record of one empty field is quoted, as an empty line would be no record.</summary>
    private static string Quote(string field, bool alone) =>
        field.AsSpan().ContainsAny(Special) || (alone && field.Length == 0)
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;

    private static List<string> ParseRecord(string text, ref int position)
    {
        List<string> fields = [];
        do
            fields.Add(ParseField(text, ref position));
        while (Take(text, ref position, ','));
        if (!Take(text, ref position, '\n') && position < text.Length)
            throw new FormatException($"expected a comma or the end of the line at character {position}");
        return fields;
    }

    private static string ParseField(string text, ref int position)
    {
        if (Take(text, ref position, '"'))
            return ParseQuoted(text, ref position);
        int length = text.AsSpan(position).IndexOfAny(Special);
        int end = length < 0 ? text.Length : position + length;
        string field = text[position..end];
        position = end;
        return field;
    }

    private static string ParseQuoted(string text, ref int position)
    {
        var field = new StringBuilder();
        while (true)
        {
            int quote = text.IndexOf('"', position);
            if (quote < 0)
                throw new FormatException("a quoted field has no end");
            field.Append(text, position, quote - position);
            position = quote + 1;
            if (!Take(text, ref position, '"'))
                return field.ToString();
            field.Append('"');
        }
    }

    private static bool Take(string text, ref int position, char expected)
    {
        bool found = position < text.Length && text[position] == expected;
        position += found ? 1 : 0;
        return found;
    }
}
