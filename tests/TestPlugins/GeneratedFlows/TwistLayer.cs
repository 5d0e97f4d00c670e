using FlowLab.Layers;
using ILGPU.Algorithms;

namespace FlowLab.TestPlugins.GeneratedFlows;

/// <summary>
/// (1 + e) z + t w with t and e from sums over features that stand in branches and in loops of loops, and no inverse: what it has
/// of loops is differentiated sample by sample. Its log-det is no log-det, but any number will do for gradients.
/// </summary>
public static partial class TwistLayer
{
    [Differentiable]
    public static float Forward(FeatureVector z, ParameterVector w, ParameterVector v, [Length("dimension * dimension")] ParameterVector m)
    {
        float t = 0.1f * z[0];
        float logDet = t;
        if (t > 0f)
        {
            float inner = 0f;
            for (int d = 0; d < z.Length; d++)
            {
                float row = v[d];
                for (int j = 0; j < z.Length; j++)
                    row -= m[d * z.Length + j] * z[j];
                if (row < 0.5f)
                    inner += row * row;
            }
            t = XMath.Sin(inner) * 0.1f;
            logDet += inner;
        }
        else if (t < -0.1f)
            t *= t;
        float e = XMath.Min(XMath.Abs(t), 0.3f);
        for (int i = 0; i < 3; i++)
            e = XMath.Atan(e + 0.1f * i) / (1f + 0.5f * e);
        for (int d = 0; d < z.Length; d++)
        {
            logDet += v[d] * z[d];
            z[d] = (1f + e) * z[d] + t * w[d];
        }
        return logDet;
    }
}
