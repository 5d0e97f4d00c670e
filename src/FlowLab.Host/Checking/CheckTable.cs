using System.Globalization;
using FlowLab.Testing.Laws;

namespace FlowLab.Host.Checking;

/// <summary>The results of a check as a table, a row as soon as it is known.</summary>
internal sealed class CheckTable
{
    private const int DeviceWidth = 11;

    private readonly TextWriter _output;
    private readonly int _subjectWidth;
    private readonly int _lawWidth;
    private bool _hasHead;

    /// <param name="output">Where the table goes.</param>
    /// <param name="subjects">All names that will stand in the first column.</param>
    /// <param name="laws">All names of laws.</param>
    public CheckTable(TextWriter output, IEnumerable<string> subjects, IEnumerable<string> laws)
    {
        _output = output;
        _subjectWidth = subjects.Append("COMPONENT").Max(name => name.Length) + 2;
        _lawWidth = laws.Append("LAW").Max(name => name.Length) + 2;
    }

    /// <summary>Writes a row, the first below the head.</summary>
    public void Write(CheckedLaw row)
    {
        if (!_hasHead)
            Write("COMPONENT", "LAW", "DEVICE", "CASES", "WORST ERROR", "TOLERANCE", "SECONDS", "VERDICT");
        _hasHead = true;
        LawReport report = row.Report;
        Write(
            row.Subject, report.Law, row.Device, Text(report.Cases), report.Cases == 0 ? "" : Number(report.Worst.Error), report.Cases == 0 ? "" : Number(report.Worst.Tolerance),
            report.Seconds.ToString("F1", CultureInfo.InvariantCulture), Verdict(report));
    }

    /// <summary>A verdict in words.</summary>
    public static string Verdict(LawReport report) => report.Verdict switch
    {
        LawVerdict.Holds => "holds",
        LawVerdict.Broken => $"BROKEN: {report.Reason}",
        LawVerdict.Undecided => $"UNDECIDED: {report.Reason}",
        _ => $"not checked: {report.Reason}",
    };

    private void Write(string subject, string law, string device, string cases, string error, string tolerance, string seconds, string verdict) =>
        _output.WriteLine($"{subject.PadRight(_subjectWidth)}{law.PadRight(_lawWidth)}{device.PadRight(DeviceWidth)}{cases,5}  {error,11}  {tolerance,9}  {seconds,7}  {verdict}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double value) => double.IsNaN(value) ? "-" : value == 0 ? "0" : value.ToString("0.0e0", CultureInfo.InvariantCulture);
}
