using System.Diagnostics;
using System.Text.Json.Nodes;
using FlowLab.Host.Figures;
using FlowLab.Host.Manifests;
using FlowLab.Host.Results;

namespace FlowLab.Host.Tuning;

/// <summary>
/// A search: trains what <see cref="SearchSchedule"/> names, until that names nothing more, and tells who won. Every wave is an ordinary run, its trials are an axis of that run's sweep, its seeds share launches.
/// </summary>
internal sealed class Tuner
{
    private readonly TuneRequest _request;
    private readonly IReadOnlyList<SearchDimension> _space;
    private readonly TrialManifests _manifests;
    private readonly TrialSampler _sampler;
    private readonly SearchSchedule _schedule;
    private readonly List<Trial> _trials = [];
    private readonly Dictionary<int, IReadOnlyList<TrialScore>> _scores = [];

    /// <summary>What lies between two waves is a part of the time, too.</summary>
    private readonly Stopwatch _sinceLastWave = Stopwatch.StartNew();
    private TuneState _state;
    private bool? _lowerIsBetter;

    public Tuner(TuneRequest request, TuneState state)
    {
        var manifest = (JsonObject)JsonNode.Parse(File.ReadAllText(request.Manifest))!;
        (_request, _state) = (request, state);
        _space = SearchReader.Read(manifest, request.Manifest);
        _manifests = new TrialManifests(manifest, _space);
        _sampler = new TrialSampler(_space, state.Seed);
        _schedule = new SearchSchedule(state.Shares.Count, state.BudgetInSeconds);
        DrawUpTo(state.Waves.SelectMany(wave => wave.Trials).DefaultIfEmpty(-1).Max() + 1);
    }

    /// <summary>Goes on until a trial has won.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public int Run()
    {
        for (int index = 0; ; index++)
        {
            if (index == _state.Waves.Count)
            {
                if (NextWave() is not { } next)
                    break;
                Save(_state with { Waves = [.. _state.Waves, next] });
            }
            if (Train(index) == ExitCodes.Interrupted)
                return Interrupted();
        }
        return Finish();
    }

    private TrialScore[] ScoresOf(int rung) => [.. _state.Waves.Index().Where(wave => wave.Item.Rung == rung).SelectMany(wave => _scores[wave.Index])];

    private TuneWave? NextWave()
    {
        int drawn = _state.Waves.Where(wave => wave.Rung == 0).Sum(wave => wave.Trials.Count);
        DrawUpTo(Math.Min(drawn + SearchSchedule.TrialsPerWave, _state.Trials ?? int.MaxValue));
        IReadOnlyList<int>[] ranked = [.. Enumerable.Range(0, _state.Shares.Count).Select(rung => (int[])[.. Ranked(ScoresOf(rung)).Select(score => score.Trial.Number)])];
        return _schedule.Next(_state.Waves, ranked, [.. Enumerable.Range(drawn, _trials.Count - drawn)]);
    }

    private void DrawUpTo(int count)
    {
        while (_trials.Count < count && _sampler.Next() is { } trial)
            _trials.Add(trial);
    }

    private int Train(int index)
    {
        TuneWave wave = _state.Waves[index];
        string folder = _request.WaveFolder(wave.Rung, index);
        if (wave.Seconds is null)
        {
            int code = RunWave(wave, folder, index);
            if (code is not (ExitCodes.Success or ExitCodes.FinishedWithFaults))
                return code;
            wave = wave with { Seconds = _sinceLastWave.Elapsed.TotalSeconds };
            string metric = _state.Metric.Length > 0 ? _state.Metric : WaveScores.MetricOf(folder, "").Name;
            Save(_state with { Metric = metric, Waves = [.. _state.Waves.Select((known, position) => position == index ? wave : known)] });
        }
        // Also behind a wave that was trained before an interruption: reading it again is no part of the next one's time.
        _sinceLastWave.Restart();
        _scores[index] = WaveScores.Of(folder, wave, _trials, WaveScores.MetricOf(folder, _state.Metric).Name);
        Tell(wave, index);
        return ExitCodes.Success;
    }

    private int RunWave(TuneWave wave, string folder, int index)
    {
        bool resumes = File.Exists(Path.Combine(folder, TuneRequest.ManifestName)) && File.Exists(RunFolder.Open(folder).Database);
        string file = resumes ? Path.Combine(folder, TuneRequest.ManifestName) : folder + ".json";
        if (!resumes)
            AtomicFile.Write(file, _manifests.Rung([.. wave.Trials.Select(number => _trials[number])], _state.Shares[wave.Rung], Path.GetFileName(folder)).ToJsonString(ManifestJson.Indented));
        return _request.Run(file, folder, resumes);
    }

    private TrialScore[] Ranked(IReadOnlyCollection<TrialScore> scores)
    {
        if (scores.Count == 0)
            return [];
        _lowerIsBetter ??= WaveScores.MetricOf(_request.WaveFolder(0, 0), _state.Metric).LowerIsBetter == true;
        return [.. scores.Where(score => score.IsUsable).OrderBy(score => _lowerIsBetter == true ? score.Mean : -score.Mean).ThenBy(score => score.Trial.Number)];
    }

    private void Tell(TuneWave wave, int index)
    {
        TrialScore? best = Ranked(_scores[index]).FirstOrDefault();
        string text = best is null ? "no usable trial" : $"best {TuneText.Score(best)} by {best.Trial.Label} ({best.Trial.Text(_space)})";
        _request.Output.WriteLine(FormattableString.Invariant($"rung {wave.Rung} of {_state.Shares.Count}, {_state.Shares[wave.Rung]:0.###} of the updates: {wave.Trials.Count} {(wave.Trials.Count == 1 ? "trial" : "trials")} in {wave.Seconds:0} s; {_state.Metric}: {text}"));
    }

    private int Interrupted()
    {
        _request.Output.WriteLine($"stopped; every finished trial is kept. Go on with: flowlab tune --resume \"{_request.Folder}\"");
        return ExitCodes.Interrupted;
    }

    private int Finish()
    {
        TrialScore[] all = [.. Enumerable.Range(0, _state.Waves.Count).SelectMany(index => _scores[index])];
        TrialScore winner = Ranked(ScoresOf(_state.Shares.Count - 1)).FirstOrDefault() ?? throw TuneErrors.NothingUsable(_request.Folder, _state.Metric);
        string name = ((JsonObject)JsonNode.Parse(File.ReadAllText(_request.Manifest))!)["name"]?.ToString() ?? "search";
        AtomicFile.Write(_request.Winner, _manifests.Winner(winner.Trial, $"{name}-winner").ToJsonString(ManifestJson.Indented));
        AtomicFile.Write(_request.Table, TuneText.Table(_space, all, _state.Metric));
        FigureFormats.WriteAll(_request.Figure, ChartDrawing.Of(TuneChart.Of(_space, all, WaveScores.MetricOf(_request.WaveFolder(0, 0), _state.Metric))));
        TextWriter output = _request.Output;
        output.WriteLine($"winner: {winner.Trial.Label}, {winner.Trial.Text(_space)}; {_state.Metric} {TuneText.Score(winner)}, {winner.Updates} updates");
        foreach (string line in Importance.Describe(_space, ScoresOf(0)))
            output.WriteLine(line);
        output.WriteLine($"run it again: flowlab run \"{_request.Winner}\"");
        output.WriteLine($"trials: {_request.Table}, {_request.Figure}{FigureFormats.Extensions[0]}");
        return ExitCodes.Success;
    }

    private void Save(TuneState state)
    {
        state.Write(_request.Folder);
        _state = state;
    }
}
