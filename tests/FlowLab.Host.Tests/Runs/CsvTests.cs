using System.Text;
using FlowLab.Host.Results;

namespace FlowLab.Host.Tests.Runs;

public sealed class CsvTests
{
    [Test]
    public void Records_come_back_as_they_were_written()
    {
        string[][] records = [["name", "text", "empty", "number"], ["a,b", "c \"d\"\ne", "", " 1.5 "], ["größe", "\"", "", "NaN"], ["", "", "", ""]];
        var text = new StringBuilder();
        foreach (string[] record in records)
            Csv.AppendRecord(text, record);
        Assert.That(Csv.Parse(text.ToString()), Is.EqualTo(records));
    }
}
