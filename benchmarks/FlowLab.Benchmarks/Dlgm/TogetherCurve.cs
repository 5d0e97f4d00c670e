namespace FlowLab.Benchmarks.Dlgm;

/// <summary>Free energies of both contenders, update by update.</summary>
/// <param name="name">What was trained.</param>
/// <param name="batch">Points per update.</param>
internal sealed class TogetherCurve(string name, int batch)
{
    /// <summary>A leap: the mean over ten updates, this many nats above the least that it has been.</summary>
    private const double Leap = 200;

    private const int Window = 10;

    private readonly List<double> _own = [];
    private readonly List<double> _theirs = [];

    public string Name => name;

    public IReadOnlyList<double> Own => _own;

    public IReadOnlyList<double> Theirs => _theirs;

    /// <summary>Whether neither is finite any more.</summary>
    public bool IsOver => _own.Count > 0 && !double.IsFinite(_own[^1]) && !double.IsFinite(_theirs[^1]);

    /// <summary>The relative difference at the last update.</summary>
    public double Difference => Math.Abs(_own[^1] - _theirs[^1]) / Math.Abs(_theirs[^1]);

    public void Add(double own, double theirs)
    {
        _own.Add(own);
        _theirs.Add(theirs);
    }

    public void Print()
    {
        Tell("flowlab", _own);
        Tell("peer", _theirs);
        Console.Out.Flush();
    }

    private void Tell(string contender, List<double> losses)
    {
        string label = $"dlgm.together.{name.Replace(" ", "", StringComparison.Ordinal)}.{contender}";
        int stop = losses.FindIndex(loss => !double.IsFinite(loss));
        int leap = FirstLeap(losses);
        Console.WriteLine($"{label}.leap {(leap < 0 ? $"none in {losses.Count} updates" : $"update {leap}")}");
        Console.WriteLine($"{label}.not_finite {(stop < 0 ? "never" : $"update {stop}")}");
        int end = stop < 0 ? losses.Count : stop;
        Figure.Print($"{label}.free_energy", losses.Take(end).TakeLast(100).Average(), $"nats, training batches of {batch}, mean of the last 100 finite updates");
    }

    private static int FirstLeap(List<double> losses)
    {
        double least = double.PositiveInfinity;
        for (int i = Window; i <= losses.Count; i++)
        {
            double mean = losses.Skip(i - Window).Take(Window).Average();
            if (!(mean < least + Leap))
                return i - 1;
            least = Math.Min(least, mean);
        }
        return -1;
    }
}
