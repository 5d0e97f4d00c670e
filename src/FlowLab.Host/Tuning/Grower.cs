using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FlowLab.Engine.Training;
using FlowLab.Host.Manifests;
using FlowLab.Host.Reports;
using FlowLab.Host.Results;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Tuning;

/// <summary>
/// Grows a flow layer by layer: every length is an ordinary run that begins where the one before has ended, its new layer at the identity, until the held-out bound stops improving
/// by more than its error. Everything but the time it took follows from the runs, so that an interrupted growth ends as one that never stopped.
/// </summary>
internal sealed class Grower
{
    private readonly GrowRequest _request;
    private readonly GrowthManifests _manifests;
    private readonly List<GrowthStep> _steps = [];
    private GrowState _state;
    private FlowLabException? _refusal;

    public Grower(GrowRequest request, GrowState state, bool hasInitialScale)
    {
        (_request, _state) = (request, state);
        _manifests = new GrowthManifests((JsonObject)JsonNode.Parse(File.ReadAllText(request.Manifest))!, state.Segment, hasInitialScale);
    }

    /// <summary>Goes on until a further layer is not worth it.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public int Run()
    {
        while (Reason() is null)
        {
            int code = Train(_steps.Count + 1);
            if (code is not (ExitCodes.Success or ExitCodes.FinishedWithFaults))
                return code == ExitCodes.Interrupted ? Interrupted() : code;
        }
        return Finish(Reason()!);
    }

    /// <summary>Why the growth is over; null if it is not.</summary>
    private string? Reason()
    {
        if (_steps.Count == 0)
            return null;
        GrowthStep last = _steps[^1];
        if (!last.IsUsable)
            return _steps.Count == 1
                ? throw TuneErrors.NothingUsable(_request.Folder, _state.Metric)
                : Invariant($"with layer {last.Length}, seeds left the numbers");
        if (_steps.Count > 1 && last.Over(_steps[^2]) is var (improvement, error) && improvement <= error)
            return Invariant($"layer {last.Length} improved {_state.Metric} by {NumberText.Of(improvement)} nats, no more than the error of that, {NumberText.Of(error)}");
        if (last.Length >= _state.MaxLength)
            return Invariant($"{last.Length} layers are as many as --max-length allows; the last one still improved it");
        bool isLate = _state.BudgetInSeconds is { } budget && _state.Seconds.Sum() + _state.Seconds[^1] / 2 > budget;
        return isLate ? Invariant($"the time is up after {last.Length} layers; the last one still improved it") : null;
    }

    /// <summary>The last length that was worth it.</summary>
    private int Chosen => _steps.Count == 1 || (_steps[^1].IsUsable && _steps[^1].Over(_steps[^2]) is var (improvement, error) && improvement > error) ? _steps.Count : _steps.Count - 1;

    private int Train(int length)
    {
        string folder = _request.RunOf(length);
        if (_state.Seconds.Count < length)
        {
            var clock = Stopwatch.StartNew();
            int code = RunLength(length, folder);
            if (code is not (ExitCodes.Success or ExitCodes.FinishedWithFaults))
                return code;
            string metric = _state.Metric.Length > 0 && _steps.Count > 0 ? _state.Metric : GrowthScores.MetricOf(folder, _state.Metric);
            Save(_state with { Metric = metric, Seconds = [.. _state.Seconds, clock.Elapsed.TotalSeconds] });
        }
        _steps.Add(GrowthScores.Of(folder, length, _state.Metric));
        Tell();
        return ExitCodes.Success;
    }

    private int RunLength(int length, string folder)
    {
        bool resumes = File.Exists(Path.Combine(folder, TuneRequest.ManifestName)) && File.Exists(RunFolder.Open(folder).Database);
        string file = resumes ? Path.Combine(folder, TuneRequest.ManifestName) : folder + ".json";
        if (!resumes)
            AtomicFile.Write(file, _manifests.Of(length, Path.GetFileName(folder)).ToJsonString(ManifestJson.Indented));
        int code = _request.Run(file, folder, resumes, StartOf(length));
        return _refusal is null ? code : throw _refusal;
    }

    private CellStart? StartOf(int length)
    {
        if (length == 1)
            return null;
        ShorterModel shorter = _request.Shorter(_request.RunOf(length - 1), length - 1, _state.Metric);
        return new CellStart(session => Start(shorter, session), Invariant($"begun from {length - 1} trained layers and a new one at the identity"));
    }

    /// <summary>A refusal ends the growth, not only the cell that it comes up in.</summary>
    private TrainingState Start(ShorterModel shorter, TrainingSession longer)
    {
        try
        {
            return shorter.StartOf(longer);
        }
        catch (FlowLabException refusal)
        {
            _refusal = refusal;
            throw;
        }
    }

    private void Tell()
    {
        GrowthStep last = _steps[^1];
        string gain = _steps.Count > 1 && last.IsUsable && last.Over(_steps[^2]) is var (improvement, error) ? $", {NumberText.Of(improvement)} ± {NumberText.Of(error)} better" : "";
        _request.Output.WriteLine(Invariant($"length {last.Length}: {_state.Metric} {NumberText.Of(last.Mean)}{gain}; {_state.Seconds[last.Length - 1]:0} s"));
    }

    private int Interrupted()
    {
        _request.Output.WriteLine($"stopped; every finished length is kept. Go on with: flowlab tune --resume \"{_request.Folder}\"");
        return ExitCodes.Interrupted;
    }

    private int Finish(string reason)
    {
        int chosen = Chosen;
        AtomicFile.Write(_request.Winner, _manifests.Winner(chosen, Invariant($"A flow that was grown to {chosen} layers: {reason}.")).ToJsonString(ManifestJson.Indented));
        AtomicFile.Write(_request.Table, Table());
        if (_state.Chosen == 0)
            GrowthScores.Note(_request.RunOf(chosen), Invariant($"length {chosen} was chosen: {reason}"));
        Save(_state with { Chosen = chosen, Reason = reason });
        _request.Output.WriteLine(Invariant($"length {chosen}: {reason}"));
        _request.Output.WriteLine($"the grown model: {_request.RunOf(chosen)}");
        _request.Output.WriteLine($"as many layers trained together: flowlab run \"{_request.Winner}\"");
        return ExitCodes.Success;
    }

    private string Table()
    {
        var text = new StringBuilder();
        Csv.AppendRecord(text, ["length", "updates", "metric", "mean", "improvement", "error", "seeds"]);
        foreach ((int index, GrowthStep step) in _steps.Index())
        {
            (double improvement, double error) = index > 0 && step.IsUsable ? step.Over(_steps[index - 1]) : (double.NaN, double.NaN);
            Csv.AppendRecord(text, [Whole(step.Length), Whole(step.Updates), _state.Metric, Number(step.Mean), Number(improvement), Number(error), Whole(step.Values.Count)]);
        }
        return text.ToString();
    }

    private void Save(GrowState state)
    {
        state.Write(_request.Folder);
        _state = state;
    }

    private static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
