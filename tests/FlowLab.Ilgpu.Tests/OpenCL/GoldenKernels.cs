using ILGPU.Runtime;

namespace ILGPU.Tests.OpenCL;

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
