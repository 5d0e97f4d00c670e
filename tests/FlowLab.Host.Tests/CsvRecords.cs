using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace FlowLab.Host.Tests;

/// <summary>Reads CSV files as others do: by a library that had no part in writing them.</summary>
internal static class CsvRecords
{
    private static readonly CsvConfiguration Rfc4180 = new(CultureInfo.InvariantCulture) { NewLine = "\n", Mode = CsvMode.RFC4180, HasHeaderRecord = false };

    public static IReadOnlyList<IReadOnlyList<string>> Parse(string text)
    {
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, Rfc4180);
        List<IReadOnlyList<string>> records = [];
        while (parser.Read())
            records.Add(parser.Record!);
        return records;
    }
}
