using FlowLab.Engine.Latents;

namespace FlowLab.Engine.Tests.Latents;

/// <summary>Densities in double precision, as textbooks have them.</summary>
internal static class ReferenceDensities
{
    private static readonly double LogTwoPi = Math.Log(2 * Math.PI);

    /// <summary>z = mu + sigma eps and ln q(z); parameters mu, ln sigma.</summary>
    public static (double[] Z, double Log) DrawDiagonal(double[] parameters, double[] noise)
    {
        int dimension = noise.Length;
        double[] z = [.. noise.Select((eps, d) => parameters[d] + Math.Exp(parameters[dimension + d]) * eps)];
        return (z, LogNormal(z, parameters));
    }

    /// <summary>z = mu + sigma (eps - c (v'eps) v) and ln N(z; mu, C) with C^-1 = diag(1/sigma^2) + u u', u = v / sigma; parameters mu, ln sigma, v.</summary>
    public static (double[] Z, double Log) DrawRankOne(double[] parameters, double[] noise)
    {
        int dimension = noise.Length;
        double[] v = parameters[(2 * dimension)..(3 * dimension)];
        double norm = v.Sum(x => x * x);
        double share = norm == 0 ? 0 : (1 - 1 / Math.Sqrt(1 + norm)) / norm * v.Zip(noise, (a, b) => a * b).Sum();
        double[] z = [.. noise.Select((eps, d) => parameters[d] + Math.Exp(parameters[dimension + d]) * (eps - share * v[d]))];
        return (z, LogRankOne(z, parameters));
    }

    /// <summary>ln N(z; mu, C), C^-1 = diag(1/sigma^2) + u u': determinant by the matrix determinant lemma.</summary>
    public static double LogRankOne(double[] z, double[] parameters)
    {
        int dimension = z.Length;
        double projection = 0, norm = 0;
        for (int d = 0; d < dimension; d++)
        {
            double sigma = Math.Exp(parameters[dimension + d]), u = parameters[2 * dimension + d] / sigma;
            projection += u * (z[d] - parameters[d]);
            norm += u * u * sigma * sigma;
        }
        return LogNormal(z, parameters) + 0.5 * Math.Log(1 + norm) - 0.5 * projection * projection;
    }

    /// <summary>ln N(z; mu, sigma^2); parameters mu, ln sigma.</summary>
    public static double LogNormal(double[] z, double[] parameters)
    {
        double log = 0;
        for (int d = 0; d < z.Length; d++)
        {
            double sigma = Math.Exp(parameters[z.Length + d]), distance = z[d] - parameters[d];
            log -= 0.5 * LogTwoPi + Math.Log(sigma) + distance * distance / (2 * sigma * sigma);
        }
        return log;
    }

    /// <summary>ln p(x|z), given the outputs of the generative network.</summary>
    public static double LogLikelihood(LikelihoodSettings settings, double[] x, double[] output) => settings.Type switch
    {
        LikelihoodKind.Bernoulli => x.Select((bit, i) => bit * output[i] - Math.Max(output[i], 0) - Math.Log(1 + Math.Exp(-Math.Abs(output[i])))).Sum(),
        LikelihoodKind.LogitNormal => x.Select((intensity, i) => LogLogitNormal(settings, intensity, output[i], output[x.Length + i])).Sum(),
        _ => LogNormal(x, output),
    };

    private static double LogLogitNormal(LikelihoodSettings settings, double intensity, double mu, double logDeviation)
    {
        double t = settings.Margin + (1 - 2 * settings.Margin) * intensity;
        double variance = Math.Exp(2 * logDeviation) + settings.Floor * settings.Floor;
        double distance = Math.Log(t / (1 - t)) - mu;
        return -0.5 * distance * distance / variance - 0.5 * (LogTwoPi + Math.Log(variance)) - Math.Log(t * (1 - t));
    }
}
