namespace FlowLab.Accelerators.Tests.OpenCL;

/// <summary>Kernels whose OpenCL C is kept, one per part of the code generator.</summary>
internal static class GoldenKernels
{
    internal static void ScaleAndAdd(Index1D i, ArrayView<float> x, ArrayView<float> y, float scale) => y[i] = (x[i] * scale) + 0.1f - 2.5f;

    internal static void Conversions(Index1D i, ArrayView<float> x, ArrayView<int> n, ArrayView<byte> bytes, ArrayView<bool> flags)
    {
        n[i] = (int)x[i] + (int)(uint)(x[i] * 2f) + bytes[i];
        flags[i] = !(x[i] < 1f);
        bytes[i] = (byte)(n[i] >> n[i + 1]);
    }

    internal static void Divisions(Index1D i, ArrayView<int> n, ArrayView<long> wide)
    {
        wide[i] = wide[i] / n[i] % 10;
        n[i] = (int)((uint)n[i] / 7u) - (n[i] % n[i + 1]);
    }

    internal static void Swaps(Index1D i, ArrayView<int> n)
    {
        int a = n[i], b = 1;
        for (int k = 0; k < i.X; k++)
            (a, b) = (b, a + k);
        n[i] = a - (3 * b);
    }

    internal static void Plane(Index2D i, ArrayView<float> x, LongIndex1D width) => x[i.X + (i.Y * width.X)] = MathF.Min(x[i.X], MathF.Sqrt(i.Y));

    /// <summary>The phis read each other: one has to be kept aside.</summary>
    internal static void Ring(Index1D i, ArrayView<int> n)
    {
        int a = n[i], b = n[i + 1], c = 7;
        for (int k = 0; k < i.X; k++)
            (a, b, c) = (b, c, a);
        n[i] = a - (3 * b) + c;
    }

    internal static void Reduction(ArrayView<float> input, ArrayView<float> sums)
    {
        var shared = SharedMemory.Allocate<float>(128);
        shared[Group.IdxX] = input[Grid.GlobalIndex.X];
        Group.Barrier();
        for (var half = Group.DimX / 2; half > 0; half /= 2)
        {
            if (Group.IdxX < half)
                shared[Group.IdxX] += shared[Group.IdxX + half];
            Group.Barrier();
        }

        if (Group.IsFirstThread)
            Atomic.Add(ref sums[0], shared[0]);
    }

    internal static void Dynamic(ArrayView<long> data)
    {
        var shared = SharedMemory.GetDynamic<long>();
        shared[Group.IdxX] = data[Group.IdxX];
        MemoryFence.GroupLevel();
        data[Group.IdxX] = Atomic.Max(ref shared[0], shared.Length) + Warp.ShuffleXor(data[Group.IdxX], 1);
    }

    internal static void Vote(ArrayView<int> data)
    {
        if (Warp.WarpIdx < data[0])
            data[Grid.GlobalIndex.X] = Warp.ShuffleDown(Group.IdxX, 1);
        Group.Barrier();
    }

    internal static void Local(Index1D i, ArrayView<byte> data, ArrayView<int> n)
    {
        var powers = LocalMemory.Allocate<int>(4);
        powers[0] = 1;
        for (var k = 1; k < 4; k++)
            powers[k] = powers[k - 1] * n[i];
        n[i] = powers[3] + data.Cast<int>()[i];
    }

    internal static void Structs(Index1D i, Body body)
    {
        var particle = body.Particles[i];
        particle.Position += (float)(particle.Speed * body.Step);
        particle.Speed = -0.5;
        particle.Kind++;
        body.Particles[i] = particle;
    }
}

/// <summary>A struct in memory.</summary>
internal struct Particle
{
    public float Position;
    public double Speed;
    public byte Kind;
}

/// <summary>A struct argument with a view.</summary>
internal readonly struct Body(ArrayView<Particle> particles, float step)
{
    public readonly ArrayView<Particle> Particles = particles;
    public readonly float Step = step;
}
