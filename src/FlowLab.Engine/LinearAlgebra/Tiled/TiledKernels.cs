using ILGPU;

namespace FlowLab.Engine.LinearAlgebra.Tiled;

/// <summary>
/// Products on devices with groups and shared memory. A group computes a square tile, each of its threads 4 x 4 elements that lie a group's
/// side apart, so that neighbouring threads read and write neighbouring addresses. The threads bring a slab of both factors into
/// shared memory, wait for each other, and add up the slab; every sum is one chain of fused multiply-adds in the order of the depth.
/// </summary>
public static class TiledKernels
{
    /// <summary>Elements per thread along rows, and along columns.</summary>
    public const int PerThread = 4;

    /// <summary>Depth of a slab.</summary>
    private const int Slab = 16;

    public static void Multiply<TShape>(TiledFactor left, TiledFactor right, TiledTarget target, int depth)
        where TShape : struct, IGroupShape
    {
        int side = default(TShape).Side;
        int pitch = (PerThread * side) + 1;
        ArrayView<float> leftSlab = SharedMemory.Allocate<float>(Slab * ((PerThread * default(TShape).Side) + 1));
        ArrayView<float> rightSlab = SharedMemory.Allocate<float>(Slab * ((PerThread * default(TShape).Side) + 1));
        ArrayView<float> leftValues = left.Of(Grid.IdxZ), rightValues = right.Of(Grid.IdxZ);
        int row = Grid.IdxY * PerThread * side, column = Grid.IdxX * PerThread * side;
        FourSums first = default, second = default, third = default, fourth = default;
        for (int start = 0; start < depth; start += Slab)
        {
            Load<TShape>(left, leftValues, row, target.Rows, start, depth, leftSlab);
            Load<TShape>(right, rightValues, column, target.Columns, start, depth, rightSlab);
            Group.Barrier();
            for (int d = 0; d < Slab; d++)
            {
                int own = (d * pitch) + Group.IdxY, other = (d * pitch) + Group.IdxX;
                float a = rightSlab[other], b = rightSlab[other + side], c = rightSlab[other + (2 * side)], e = rightSlab[other + (3 * side)];
                first.Add(leftSlab[own], a, b, c, e);
                second.Add(leftSlab[own + side], a, b, c, e);
                third.Add(leftSlab[own + (2 * side)], a, b, c, e);
                fourth.Add(leftSlab[own + (3 * side)], a, b, c, e);
            }

            Group.Barrier();
        }

        row += Group.IdxY;
        column += Group.IdxX;
        Write(target, row, column, side, first);
        Write(target, row + side, column, side, second);
        Write(target, row + (2 * side), column, side, third);
        Write(target, row + (3 * side), column, side, fourth);
    }

    /// <summary>target = beta target + bias, for a product that is then added: X counts columns, Y rows, Z seeds.</summary>
    public static void Prepare(Index3D at, TiledTarget target) => target.Write(at.Z, at.Y, at.X, 0f);

    /// <summary>Sums of a factor along the depth, in its order: X counts elements across, Y seeds.</summary>
    public static void SumDepth(Index2D at, TiledFactor factor, int depth, ArrayView<float> sums, long seedStride)
    {
        ArrayView<float> values = factor.Of(at.Y);
        float sum = 0f;
        for (int d = 0; d < depth; d++)
            sum += values[(at.X * factor.AcrossStride) + (d * factor.DepthStride)];
        sums[(at.Y * seedStride) + at.X] = sum;
    }

    /// <summary>Brings slab[d, i] = element (first + i) across, (start + d) along; zeros for those that do not exist.</summary>
    private static void Load<TShape>(
        TiledFactor factor, ArrayView<float> values, int first, int end, int start, int depth, ArrayView<float> slab)
        where TShape : struct, IGroupShape
    {
        int side = default(TShape).Side;
        int across = PerThread * side;
        bool depthIsContiguous = factor.DepthStride == 1;
        for (int at = (Group.IdxY * side) + Group.IdxX; at < Slab * across; at += side * side)
        {
            int i = depthIsContiguous ? at / Slab : at % across;
            int d = depthIsContiguous ? at % Slab : at / across;
            bool exists = first + i < end && start + d < depth;
            slab[(d * (across + 1)) + i] = exists ? values[((first + i) * factor.AcrossStride) + ((start + d) * factor.DepthStride)] : 0f;
        }
    }

    private static void Write(TiledTarget target, int row, int column, int side, FourSums sums)
    {
        target.Write(Grid.IdxZ, row, column, sums.A);
        target.Write(Grid.IdxZ, row, column + side, sums.B);
        target.Write(Grid.IdxZ, row, column + (2 * side), sums.C);
        target.Write(Grid.IdxZ, row, column + (3 * side), sums.D);
    }
}
