using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeMission.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class DropPursued : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PursuedExpectedOn",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "Pursued_Amount",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "Pursued_BaseAmount",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "Pursued_Currency",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "Pursued_Rate",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "Pursued_RateSource",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "Pursued_RateOn",
                table: "Consultations");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "PursuedExpectedOn",
                table: "Consultations",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Pursued_Amount",
                table: "Consultations",
                type: "decimal(18,2)",
                precision: 18,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Pursued_BaseAmount",
                table: "Consultations",
                type: "decimal(28,12)",
                precision: 28,
                scale: 12,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pursued_Currency",
                table: "Consultations",
                type: "nvarchar(3)",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Pursued_Rate",
                table: "Consultations",
                type: "decimal(20,10)",
                precision: 20,
                scale: 10,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pursued_RateSource",
                table: "Consultations",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Pursued_RateOn",
                table: "Consultations",
                type: "date",
                nullable: true);

            PursuedIntoDeals.CopyBack(migrationBuilder);
        }
    }
}
