namespace FlowLab.Engine.Diagnosis;

/// <summary>Least, mean and greatest of the values of one quantity over samples or data points.</summary>
internal sealed class FigureRange(string name)
{
    private double _least = double.PositiveInfinity;
    private double _greatest = double.NegativeInfinity;
    private double _sum;
    private long _count;

    public void Add(double value)
    {
        _least = Math.Min(_least, value);
        _greatest = Math.Max(_greatest, value);
        _sum += value;
        _count++;
    }

    public void AddTo(List<DiagnosedFigure> figures)
    {
        figures.Add(new DiagnosedFigure($"{name}.min", _least));
        figures.Add(new DiagnosedFigure($"{name}.mean", _sum / _count));
        figures.Add(new DiagnosedFigure($"{name}.max", _greatest));
    }
}
