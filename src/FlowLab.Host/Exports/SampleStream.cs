using FlowLab.Data;
using FlowLab.Engine.Evaluation;

namespace FlowLab.Host.Exports;

/// <summary>Draws from the model of one seed, made when they are written: memory does not grow with their number.</summary>
internal sealed class SampleStream
{
    // Numbers at once, of all seeds together and about.
    private const int PieceBudget = 1 << 22;
    private const int MostOfPiece = 1 << 16;

    private readonly ICellEvaluator _evaluator;
    private readonly int _position;
    private readonly int _pieceLength;
    private readonly long _first;
    private readonly PointShape _shape;
    private readonly bool _hasDensities;

    /// <param name="evaluator">The trained cell.</param>
    /// <param name="position">The seed's position on the seeds axis.</param>
    /// <param name="first">The first draw.</param>
    /// <param name="count">How many.</param>
    public SampleStream(ICellEvaluator evaluator, int position, long first, int count)
    {
        (_evaluator, _position, _first, Count) = (evaluator, position, first, count);
        ModelSamples one = evaluator.DrawSamples(first, 1);
        (Label, _shape, _hasDensities) = (one.Label, one.Shape, one.LogDensities is not null);
        _pieceLength = Math.Clamp(PieceBudget / (one.Values.Length * _shape.Dimension), 1, MostOfPiece);
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>What they are, for a reader.</summary>
    public string Label { get; }

    /// <summary>samples [N, D], or [N, Channels, Height, Width] for pictures; log_q [N] in nats, where the model states it.</summary>
    public IEnumerable<NpyArray> Arrays => _hasDensities
        ? [NpyArray.Of("samples", Axes, Pieces().Select(piece => piece.Values[_position])), NpyArray.Of("log_q", [Count], Pieces().Select(piece => piece.LogDensities![_position]))]
        : [NpyArray.Of("samples", Axes, Pieces().Select(piece => piece.Values[_position]))];

    private int[] Axes => _shape.IsImage ? [Count, _shape.Channels, _shape.Height, _shape.Width] : [Count, _shape.Dimension];

    /// <summary>All at once.</summary>
    public ModelSamples All() => _evaluator.DrawSamples(_first, Count);

    private IEnumerable<ModelSamples> Pieces()
    {
        for (int done = 0; done < Count; done += _pieceLength)
            yield return _evaluator.DrawSamples(_first + done, Math.Min(_pieceLength, Count - done));
    }
}
