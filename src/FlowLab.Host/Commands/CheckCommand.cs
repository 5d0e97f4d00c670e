using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using FlowLab.Host.Checking;
using FlowLab.Host.Devices;
using FlowLab.Host.Plugins;
using FlowLab.Testing.Laws;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab check</c>: the laws on every component of a DLL, or on one component.</summary>
internal sealed class CheckCommand
{
    private const string AllDevices = "all";

    private readonly Argument<string> _what = new("what") { Description = "A plugin's DLL or folder, or the name of a component, as in manifests." };

    private readonly Option<string> _device = DeviceOptions.CreateDevice();

    private readonly Option<int?> _threads = DeviceOptions.CreateThreads();

    private readonly Option<string[]> _laws = new("--law") { Description = "Only this law, such as log-det. Can be repeated.", HelpName = "NAME", Arity = ArgumentArity.OneOrMore };

    private readonly Option<string[]> _sets = new("--set")
    {
        Description = "A setting of the components, such as --set length=8. Can be repeated.", HelpName = "PATH=VALUE", Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print JSON instead of a table." };

    private readonly Option<string?> _data = DataOption.Create();

    private readonly Option<string[]> _plugins = PluginFolders.CreateOption();

    private CheckCommand()
    {
        _device.Description += " 'all' takes every one that works.";
    }

    /// <summary>The command for the root.</summary>
    public static Command Create() => new CheckCommand().Build();

    private Command Build()
    {
        var command = new Command("check", "Try the laws that every component obeys on a plugin of yours.") { _what, _device, _threads, _laws, _sets, _json, _data, _plugins };
        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        InvocationConfiguration console = parsed.InvocationConfiguration;
        string what = parsed.GetValue(_what)!;
        bool isFile = File.Exists(what) || Directory.Exists(what);
        using PluginCatalog catalog = isFile ? PluginCatalog.Load([what]) : PluginFolders.Load(parsed, _plugins);
        foreach (PluginFault fault in catalog.Faults)
            console.Error.WriteLine(fault);
        JsonObject stated = CheckSettings.Parse(parsed.GetValue(_sets) ?? []);
        ComponentCheck[] checks =
        [
            .. catalog.Components.Where(component => isFile || component.Name == what)
                .Select(component => new ComponentCheck(component, stated, parsed.GetValue(_laws) ?? [])),
        ];
        if (checks.Length == 0)
            throw UnknownComponent.Of(what, "a DLL, a folder or ", catalog);
        int code = Run(parsed, catalog, checks, console.Output);
        return catalog.Faults.Count > 0 && isFile ? ExitCodes.InvalidInput : code;
    }

    private int Run(ParseResult parsed, PluginCatalog catalog, ComponentCheck[] checks, TextWriter output)
    {
        bool asJson = parsed.GetValue(_json);
        long start = Stopwatch.GetTimestamp();
        CheckPiece[] pieces = [.. checks.SelectMany(check => check.Pieces)];
        var rows = new List<(PluginComponent Component, CheckedLaw Row)>();
        CheckTable? table = asJson
            ? null
            : new CheckTable(output, pieces.Select(piece => piece.Title), checks.SelectMany(check => ComponentCheck.LawsOf(check.Component.Kind)));
        foreach (string device in Devices(parsed.GetValue(_device)!))
        {
            var threads = CheckThreads.Of(device, parsed.GetValue(_threads));
            var crew = new CheckCrew(pieces, threads.Benches, () => new CheckBench(catalog, device, threads.PerBench, parsed.GetValue(_data)));
            foreach ((CheckPiece piece, CheckedLaw row) in crew.Run())
            {
                table?.Write(row);
                rows.Add((piece.Check.Component, row));
            }
        }
        if (asJson)
            output.WriteLine(CheckJson.Of(rows));
        else
            Summarize(output, rows, Stopwatch.GetElapsedTime(start).TotalSeconds);
        return rows.Exists(pair => pair.Row.IsFault) ? ExitCodes.FinishedWithFaults : ExitCodes.Success;
    }

    private static IEnumerable<string> Devices(string name) => name != AllDevices
        ? [name]
        : DeviceSurvey.Take().Offers.Where(offer => !offer.IsRefused && DeviceOpening.IsUsable(offer)).Select(offer => offer.Name);

    /// <summary>The first broken law of every subject with the case to paste; the rest is in the table.</summary>
    private static void Summarize(TextWriter output, List<(PluginComponent Component, CheckedLaw Row)> rows, double seconds)
    {
        foreach (var subject in rows.Where(pair => pair.Row.IsFault).GroupBy(pair => (pair.Row.Subject, pair.Row.Device)))
        {
            (PluginComponent component, CheckedLaw first) = subject.FirstOrDefault(pair => pair.Row.Report.Verdict == LawVerdict.Broken, subject.First());
            output.WriteLine();
            output.WriteLine($"{first.Subject} on {first.Device}, {first.Report.Law}: {first.Report.Reason}");
            if (first.Report.FailingCase.Length > 0)
                output.WriteLine($"    {first.Code(component.Kind)}");
        }
        int faults = rows.Count(pair => pair.Row.IsFault);
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows.Count(pair => pair.Row.Report.Verdict == LawVerdict.Holds)} laws hold, {faults} do not; {rows.Sum(pair => pair.Row.Report.Cases)} cases in {seconds:F1} s"));
    }
}
