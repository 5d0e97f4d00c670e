using System.Runtime.InteropServices;
using FlowLab.Data;
using FlowLab.Engine.Evaluation;
using Microsoft.Data.Sqlite;

namespace FlowLab.Host.Results;

/// <summary>What models of images show beside their numbers.</summary>
public sealed partial class RunStore
{
    private bool HasPictures => _layout >= 2;

    private void InsertImages(int cell, IEnumerable<RunImages> images)
    {
        using SqlStatement insert = Statement(
            "INSERT INTO image_sheets(cell, seed, kind, label, channels, height, width, count, pixels) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)", 9);
        foreach ((int seed, ImageSheet sheet) in images)
            insert.Run(cell, seed, sheet.Kind, sheet.Label, sheet.Shape.Channels, sheet.Shape.Height, sheet.Shape.Width, sheet.Count, Bytes(sheet.Pixels));
    }

    private void InsertLatents(int cell, IEnumerable<RunLatents> latents)
    {
        using SqlStatement insert = Statement("INSERT INTO latent_points(cell, seed, label, x, y, classes) VALUES($1, $2, $3, $4, $5, $6)", 6);
        foreach ((int seed, LatentPoints points) in latents)
            insert.Run(cell, seed, points.Label, Bytes(points.X), Bytes(points.Y), points.Classes is { } classes ? classes : DBNull.Value);
    }

    private List<RunImages> ReadImages(int cell) => Query(
        "SELECT seed, kind, label, channels, height, width, count, pixels FROM image_sheets WHERE cell = $1 ORDER BY id",
        row => new RunImages(row.GetInt32(0), Sheet(row)), cell);

    private List<RunLatents> ReadLatents(int cell) => Query(
        "SELECT seed, label, x, y, classes FROM latent_points WHERE cell = $1 ORDER BY id",
        row => new RunLatents(row.GetInt32(0), Points(row)), cell);

    private ImageSheet Sheet(SqliteDataReader row)
    {
        var shape = new PointShape(row.GetInt32(3), row.GetInt32(4), row.GetInt32(5));
        var sheet = new ImageSheet(row.GetString(1), row.GetString(2), shape, row.GetInt32(6), Floats(row, 7));
        bool isWhole = shape is { Channels: > 0, Height: > 0, Width: > 0 } && sheet.Count >= 0
            && sheet.Pixels.LongLength == (long)sheet.Count * shape.Channels * shape.Height * shape.Width;
        return isWhole ? sheet : throw RunErrors.Corrupted(_file);
    }

    private LatentPoints Points(SqliteDataReader row)
    {
        var points = new LatentPoints(row.GetString(1), Floats(row, 2), Floats(row, 3), row.IsDBNull(4) ? null : (byte[])row.GetValue(4));
        bool isWhole = points.X.Length == points.Y.Length && (points.Classes is null || points.Classes.Length == points.X.Length);
        return isWhole ? points : throw RunErrors.Corrupted(_file);
    }

    private static byte[] Bytes(float[] values) => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();

    private static float[] Floats(SqliteDataReader row, int column) => MemoryMarshal.Cast<byte, float>((byte[])row.GetValue(column)).ToArray();
}
