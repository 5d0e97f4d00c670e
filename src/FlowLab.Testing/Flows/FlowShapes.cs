namespace FlowLab.Testing.Flows;

/// <summary>
/// The shapes that laws are tried in. Large ones have one seed, except where a law is about seeds or about what passes write: that a seed gives the same bits alone and among
/// others is a law of its own, so that what holds for one holds for all.
/// </summary>
internal static class FlowShapes
{
    private static readonly int[] TwoSeeds = [3, 7];

    private static readonly int[] OneSeed = [7];

    /// <summary>Shapes for laws that are about single passes: D = 1, 2, 17, 512; B = 1, 3, 1000; K = 1, 64.</summary>
    public static IEnumerable<FlowCase> All(FlowSubject subject) => subject.IsBrief ? Brief() : Whole();

    private static IEnumerable<FlowCase> Whole()
    {
        yield return Shape(1, 1, 1);
        yield return Shape(2, 1, 1);
        yield return Shape(2, 1, 3);
        yield return Shape(2, 3, 3) with { IsAmortized = true };
        yield return Shape(3, 2, 3) with { IsInterleaved = true };
        yield return Large(1, 64, 3);
        yield return Shape(17, 1, 3) with { IsAmortized = true, IsInterleaved = true };
        yield return Large(2, 64, 3) with { Noise = 0.05 };
        yield return Large(17, 64, 3) with { Noise = 0.05 };
        yield return Large(512, 1, 3);
        yield return Large(512, 64, 1) with { Noise = 0.02 };
        yield return Large(2, 1, 1000) with { TileSize = 16 };
        yield return Large(2, 1, 1000) with { IsAmortized = true };
        yield return Large(17, 1, 1000) with { TileSize = 16, IsInterleaved = true };
    }

    /// <summary>Those of them that are small in every way, for laws that no size can break.</summary>
    public static IEnumerable<FlowCase> Small(FlowSubject subject) => All(subject).Where(shape => shape.Dimension < 64 && shape.Length < 64 && shape.Batch < 64);

    /// <summary>The same with two seeds in all of them.</summary>
    public static IEnumerable<FlowCase> WithTwoSeeds(FlowSubject subject) => All(subject).Select(shape => shape with { Seeds = TwoSeeds });

    /// <summary>Kernels are compiled for each way in which samples lie; further settings of a flow are tried in one with shared and one with own parameters.</summary>
    private static IEnumerable<FlowCase> Brief() =>
        [Shape(1, 1, 3) with { IsInterleaved = true }, Shape(2, 1, 3) with { IsInterleaved = true }, Shape(2, 3, 3) with { IsAmortized = true }, Shape(3, 2, 3) with { IsInterleaved = true }];

    /// <summary>Shapes for laws that need differences.</summary>
    public static IEnumerable<FlowCase> Differentiable(FlowSubject subject) => subject.IsBrief ? BrieflyDifferentiable() : WhollyDifferentiable();

    private static IEnumerable<FlowCase> WhollyDifferentiable()
    {
        yield return Shape(1, 1, 1);
        yield return Shape(2, 1, 1);
        yield return Shape(2, 1, 3);
        yield return Shape(2, 2, 3) with { IsAmortized = true };
        yield return Shape(3, 3, 3) with { IsInterleaved = true };
        yield return Shape(17, 1, 3);
        yield return Shape(17, 2, 3) with { IsAmortized = true, IsInterleaved = true };
        yield return Large(2, 64, 3) with { Noise = 0.05 };
        yield return Large(512, 1, 1) with { Noise = 0.05 };
    }

    private static IEnumerable<FlowCase> BrieflyDifferentiable() =>
        [Shape(1, 1, 3) with { IsInterleaved = true }, Shape(2, 1, 3) with { IsInterleaved = true }, Large(2, 2, 3) with { IsAmortized = true }, Large(3, 3, 3) with { IsInterleaved = true }];

    /// <summary>The same for the Jacobian, which is small in all but the wide shapes and cannot be told by differences for some points of long chains: more points, from two seeds.</summary>
    public static IEnumerable<FlowCase> ForJacobians(FlowSubject subject) =>
        Differentiable(subject).Select(shape => shape.Dimension < 64 ? shape with { Seeds = TwoSeeds } : shape);

    private static FlowCase Shape(int dimension, int length, int batch) => new() { Dimension = dimension, Length = length, Batch = batch, Seeds = TwoSeeds };

    private static FlowCase Large(int dimension, int length, int batch) => Shape(dimension, length, batch) with { Seeds = OneSeed };
}
