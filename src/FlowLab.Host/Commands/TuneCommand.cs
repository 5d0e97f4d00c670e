using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json.Nodes;
using FlowLab.Host.Devices;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;
using FlowLab.Host.Tuning;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab tune</c>: searches the space that a manifest opens for the cell with the best metric.</summary>
internal sealed class TuneCommand
{
    private const int DefaultMaxLength = 32;

    private static readonly TimeSpan DefaultBudget = TimeSpan.FromMinutes(10);

    private readonly Argument<string?> _manifest = new("manifest") { Description = "The manifest, with what is searched under \"search\". Not needed with --resume.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _preset = new("--preset") { Description = "The preset of the manifest to apply.", HelpName = "NAME" };
    private readonly Option<string[]> _sets = new("--set") { Description = "Change a value of the manifest. Can be repeated.", HelpName = "PATH=VALUE", Arity = ArgumentArity.OneOrMore };
    private readonly Option<int?> _seeds = new("--seeds") { Description = "Number of seeds of every trial.", HelpName = "N", CustomParser = WholeNumber.Parse };
    private readonly Option<TimeSpan> _budget = new("--budget") { Description = "How long it may take, such as 90s, 10m or 2h: the number of trials follows.", HelpName = "TIME", DefaultValueFactory = _ => DefaultBudget, CustomParser = ParseTime };
    private readonly Option<int?> _trials = new("--trials") { Description = "Number of trials, instead of a time.", HelpName = "N", CustomParser = WholeNumber.Parse };
    private readonly Option<string?> _metric = new("--metric") { Description = "The metric that decides. Without it, the headline of the report.", HelpName = "NAME" };
    private readonly Option<int?> _maxLength = new("--max-length") { Description = $"A flow that grows (\"length\": \"auto\"): its greatest length, {DefaultMaxLength} if not given.", HelpName = "N", CustomParser = WholeNumber.Parse };
    private readonly Option<int> _seed = new("--seed") { Description = "Seed that trials are drawn with.", HelpName = "N", CustomParser = WholeNumber.ParseOrZero };
    private readonly Option<string?> _out = new("--out") { Description = "Folder for the search, instead of one below runs/.", HelpName = "DIR" };
    private readonly Option<string?> _resume = new("--resume") { Description = "Go on with an interrupted search in its folder.", HelpName = "DIR" };
    private readonly Option<string> _device = DeviceOptions.CreateDevice();
    private readonly Option<int?> _threads = DeviceOptions.CreateThreads();
    private readonly Option<string?> _data = DataOption.Create();
    private readonly Option<string[]> _plugins = PluginFolders.CreateOption();
    private readonly Option<bool> _json = new("--json") { Description = "Write the trials as JSON to the standard output at the end, and everything else to the standard error." };
    private readonly LimitOptions _limits = new();

    /// <summary>The command for the root.</summary>
    public static Command Create() => new TuneCommand().Build();

    private Command Build()
    {
        var command = new Command("tune", "Search for the best settings by successive halving.")
        {
            _manifest, _preset, _sets, _seeds, _budget, _trials, _metric, _maxLength, _seed, _out, _resume, _device, _threads, _data, _plugins, _json,
        };
        foreach (Option limit in _limits.All)
            command.Add(limit);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_manifest)?.Tokens.Count is null or 0 && result.GetResult(_resume) is null)
                result.AddError("tune needs a manifest, or --resume with the folder of an earlier search.");
            if (result.GetResult(_resume) is not null && result.GetResult(_out) is not null)
                result.AddError("--out is the folder of a new search, and a search that goes on stays in that of --resume: leave one of the two out.");
        });
        command.SetAction(Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        using PluginCatalog catalog = PluginFolders.Load(parsed, _plugins);
        try
        {
            if (parsed.GetValue(_resume) is { } folder)
                return GrowState.IsIn(folder) ? ResumeGrowth(Path.GetFullPath(folder), parsed, catalog) : Resume(folder, parsed, catalog);
            var growth = GrowingSegment.Find(parsed.GetValue(_manifest)!, parsed.GetValue(_sets) ?? []);
            return growth is null ? Start(parsed, catalog) : StartGrowth(growth, parsed, catalog);
        }
        catch (TuneFaults refusal)
        {
            return FaultReport.Write(parsed.InvocationConfiguration.Error, refusal.File, refusal.Faults, catalog.Faults);
        }
    }

    private int Resume(string folder, ParseResult parsed, PluginCatalog catalog) =>
        Search(Request(Path.GetFullPath(folder), parsed, catalog), TuneState.Read(folder), parsed);

    private int Search(TuneRequest request, TuneState state, ParseResult parsed)
    {
        int code = new Tuner(request, state).Run();
        if (code == ExitCodes.Success && parsed.GetValue(_json))
            JsonRows.WriteRecords(parsed.InvocationConfiguration.Output, File.ReadAllText(request.Table));
        return code;
    }

    private TextWriter ProgressOf(ParseResult parsed) => parsed.GetValue(_json) ? parsed.InvocationConfiguration.Error : parsed.InvocationConfiguration.Output;

    private int Start(ParseResult parsed, PluginCatalog catalog)
    {
        string manifest = parsed.GetValue(_manifest)!;
        ManifestResult result = ManifestLoader.Load(manifest, new ManifestOverrides(parsed.GetValue(_sets) ?? [], parsed.GetValue(_seeds), parsed.GetValue(_preset)), catalog);
        if (result.Plan is not { } plan)
            return FaultReport.Write(parsed.InvocationConfiguration.Error, manifest, result.Faults, catalog.Faults);
        PluginFolders.Warn(parsed, _plugins, catalog, parsed.InvocationConfiguration.Error);
        SearchReader.Read((JsonObject)JsonNode.Parse(plan.ResolvedManifest)!, manifest);
        TuneRequest request = Request(FolderOf(plan, parsed), parsed, catalog);
        RunFolder.MakeFolderOf(request.Manifest);
        AtomicFile.Write(request.Manifest, plan.ResolvedManifest);
        int? trials = parsed.GetValue(_trials);
        var state = new TuneState
        {
            Seed = parsed.GetValue(_seed), Metric = parsed.GetValue(_metric) ?? "", Trials = trials,
            BudgetInSeconds = trials is null ? parsed.GetValue(_budget).TotalSeconds : null,
            Shares = RungLadder.Shares(plan.Cells.Min(cell => cell.Manifest.Training.Updates)),
        };
        state.Write(request.Folder);
        return Search(request, state, parsed);
    }

    private int StartGrowth(GrowingSegment growing, ParseResult parsed, PluginCatalog catalog)
    {
        string manifest = parsed.GetValue(_manifest)!;
        ManifestResult result = growing.Load(new ManifestOverrides([], parsed.GetValue(_seeds), parsed.GetValue(_preset)), catalog);
        if (result.Plan is not { } plan)
            return FaultReport.Write(parsed.InvocationConfiguration.Error, manifest, result.Faults, catalog.Faults);
        growing.Check(plan);
        GrowRequest request = GrowthRequest(FolderOf(plan, parsed), parsed, catalog);
        RunFolder.MakeFolderOf(request.Manifest);
        AtomicFile.Write(request.Manifest, plan.ResolvedManifest);
        bool hasBudget = parsed.GetResult(_budget) is { Implicit: false };
        var state = new GrowState
        {
            Segment = growing.Segment, Metric = parsed.GetValue(_metric) ?? "", MaxLength = Math.Max(1, parsed.GetValue(_maxLength) ?? DefaultMaxLength),
            BudgetInSeconds = hasBudget ? parsed.GetValue(_budget).TotalSeconds : null,
        };
        state.Write(request.Folder);
        return Grow(request, state, parsed, catalog);
    }

    private int ResumeGrowth(string folder, ParseResult parsed, PluginCatalog catalog) => Grow(GrowthRequest(folder, parsed, catalog), GrowState.Read(folder), parsed, catalog);

    private int Grow(GrowRequest request, GrowState state, ParseResult parsed, PluginCatalog catalog)
    {
        ManifestResult result = ManifestLoader.Load(request.Manifest, ManifestOverrides.None, catalog);
        if (result.Plan is not { } plan)
            throw new TuneFaults(request.Manifest, result.Faults);
        int code = new Grower(request, state, GrowingSegment.HasInitialScale(plan.Cells[0].Manifest.Flow[state.Segment].Component)).Run();
        if (code == ExitCodes.Success && parsed.GetValue(_json))
            JsonRows.WriteRecords(parsed.InvocationConfiguration.Output, File.ReadAllText(request.Table));
        return code;
    }

    private GrowRequest GrowthRequest(string folder, ParseResult parsed, PluginCatalog catalog) => new(
        folder, (manifest, run, resumes, start) => RunWave(manifest, run, resumes, parsed, catalog, start), (run, length, metric) => Open(run, length, metric, parsed, catalog), ProgressOf(parsed));

    private ShorterModel Open(string run, int length, string metric, ParseResult parsed, PluginCatalog catalog)
    {
        RunFolder folder = RunFolder.Open(run);
        ManifestResult result = ManifestLoader.Load(folder.Manifest, ManifestOverrides.None, catalog);
        if (result.Plan is not { } plan)
            throw new TuneFaults(folder.Manifest, result.Faults);
        using RunDevice device = RunDevice.Open(parsed.GetValue(_device)!, parsed.GetValue(_threads));
        using TrainedRun trained = new(folder, plan, catalog, device, parsed.GetValue(_data)) { Limits = _limits.Of(parsed) };
        using TrainedCell cell = trained.Restore(plan.Cells[0], TrainedUse.Measured);
        return ShorterModel.Of(cell, length, metric);
    }

    private string FolderOf(ExperimentPlan plan, ParseResult parsed)
    {
        string folder = Path.GetFullPath(parsed.GetValue(_out) ?? Path.Combine("runs", FileNames.Safe(plan.Name) + DateTime.Now.ToString("-'tune'-yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)));
        return File.Exists(Path.Combine(folder, TuneState.FileName)) || GrowState.IsIn(folder) ? throw TuneErrors.FolderInUse(folder) : folder;
    }

    private TuneRequest Request(string folder, ParseResult parsed, PluginCatalog catalog) =>
        new(folder, (manifest, run, resumes) => RunWave(manifest, run, resumes, parsed, catalog), ProgressOf(parsed));

    private int RunWave(string manifest, string folder, bool resumes, ParseResult parsed, PluginCatalog catalog, CellStart? start = null)
    {
        ManifestResult result = ManifestLoader.Load(manifest, ManifestOverrides.None, catalog);
        if (result.Plan is not { } plan)
            throw new TuneFaults(manifest, result.Faults);
        var arguments = new RunArguments(
            manifest, ManifestOverrides.None, parsed.GetValue(_device)!, parsed.GetValue(_threads), resumes ? null : folder, resumes ? folder : null, false, parsed.GetValue(_data))
        {
            Start = start, Limits = _limits.Of(parsed), Progress = parsed.GetValue(_json) ? parsed.InvocationConfiguration.Error : null, CellOptions = TypedOptions.Of(parsed, [_device, _threads, _data, _plugins, .. _limits.All]),
        };
        return RunCommandHandler.Run(arguments, plan, catalog, new InvocationConfiguration { Output = ProgressOf(parsed), Error = parsed.InvocationConfiguration.Error });
    }

    private static TimeSpan ParseTime(ArgumentResult argument)
    {
        string text = argument.Tokens.Count == 0 ? "" : argument.Tokens[^1].Value;
        double unit = text.Length == 0 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        if (unit > 0 && double.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number > 0 && number * unit < TimeSpan.MaxValue.TotalSeconds)
            return TimeSpan.FromSeconds(number * unit);
        argument.AddError(TuneErrors.Budget(WholeNumber.Shown(text)).Message);
        return DefaultBudget;
    }
}
