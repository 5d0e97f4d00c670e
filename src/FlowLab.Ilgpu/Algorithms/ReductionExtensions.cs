using ILGPU.Algorithms.ScanReduceOperations;
using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>
/// Reduces views to one value, in an order that depends on their length and on the device only: the result is the same in every run. The
/// value of an empty view is the operation's identity.
/// </summary>
public static class ReductionExtensions
{
    public static Reduction<T, TStride> CreateReduction<T, TStride, TReduction>(this Accelerator accelerator)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TReduction : struct, IScanReduceOperation<T>
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        return accelerator.Reduce<T, TStride, TReduction>;
    }

    public static void Reduce<T, TReduction>(this Accelerator accelerator, AcceleratorStream stream, ArrayView<T> input, ArrayView<T> output)
        where T : unmanaged
        where TReduction : struct, IScanReduceOperation<T> =>
        accelerator.Reduce<T, Stride1D.Dense, TReduction>(stream, input, output);

    public static T Reduce<T, TReduction>(this Accelerator accelerator, AcceleratorStream stream, ArrayView<T> input)
        where T : unmanaged
        where TReduction : struct, IScanReduceOperation<T> =>
        accelerator.Reduce<T, Stride1D.Dense, TReduction>(stream, input);

    public static Task<T> ReduceAsync<T, TReduction>(this Accelerator accelerator, AcceleratorStream stream, ArrayView<T> input)
        where T : unmanaged
        where TReduction : struct, IScanReduceOperation<T> =>
        Task.Run(() => accelerator.Reduce<T, TReduction>(stream, input));

    /// <summary>Two launches: each group reduces its share, then one group what the groups found.</summary>
    /// <exception cref="ArgumentException">The output has no element.</exception>
    public static void Reduce<T, TStride, TReduction>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> input, ArrayView<T> output)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TReduction : struct, IScanReduceOperation<T>
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(stream);
        if (output.Length < 1)
            throw new ArgumentException("The output of a reduction has no element; it needs one.", nameof(output));
        var plan = ReductionPlan.Of(accelerator, input.Extent.X);
        if (plan.Groups == 1)
        {
            ReduceGroups<T, TStride, TReduction>(accelerator, stream, plan, input, output);
            return;
        }

        var totals = ReductionScratch.Of<T>(stream, plan.Groups);
        ReduceGroups<T, TStride, TReduction>(accelerator, stream, plan, input, totals);
        ReduceGroups<T, Stride1D.Dense, TReduction>(accelerator, stream, plan with { Groups = 1 }, totals, output);
    }

    /// <inheritdoc cref="Reduce{T, TStride, TReduction}(Accelerator, AcceleratorStream, ArrayView1D{T, TStride}, ArrayView{T})"/>
    public static T Reduce<T, TStride, TReduction>(this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> input)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TReduction : struct, IScanReduceOperation<T>
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        using var output = accelerator.Allocate1D<T>(1);
        accelerator.Reduce<T, TStride, TReduction>(stream, input, output.View);
        return output.View.GetAsArray1D(stream)[0];
    }

    /// <inheritdoc cref="Reduce{T, TStride, TReduction}(Accelerator, AcceleratorStream, ArrayView1D{T, TStride}, ArrayView{T})"/>
    public static Task<T> ReduceAsync<T, TStride, TReduction>(this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> input)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TReduction : struct, IScanReduceOperation<T> =>
        Task.Run(() => accelerator.Reduce<T, TStride, TReduction>(stream, input));

    private static void ReduceGroups<T, TStride, TReduction>(
        Accelerator accelerator, AcceleratorStream stream, ReductionPlan plan, ArrayView1D<T, TStride> input, ArrayView<T> totals)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TReduction : struct, IScanReduceOperation<T> =>
        accelerator.Launch<ArrayView1D<T, TStride>, ArrayView<T>>(ReduceShare<T, TStride, TReduction>, stream, (plan.Groups, plan.GroupSize), input, totals);

    private static void ReduceShare<T, TStride, TReduction>(ArrayView1D<T, TStride> input, ArrayView<T> totals)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TReduction : struct, IScanReduceOperation<T>
    {
        var value = default(TReduction).Identity;
        var step = (long)Grid.DimX * Group.DimX;
        for (var i = Grid.LongGlobalIndex.X; i < input.Extent.X; i += step)
            value = default(TReduction).Apply(value, input[i]);
        value = GroupExtensions.Reduce<T, TReduction>(value);
        if (Group.IsFirstThread)
            totals[Grid.IdxX] = value;
    }
}
